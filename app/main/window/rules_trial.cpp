#include "app/main/window/rules_trial.hpp"

#include "app/main/window/rules_desk.hpp"

namespace makegood::main::window {
namespace {

Result<std::uint64_t> version_in_force(Register& machine) {
    const auto row =
        machine.desk().ask([&](service::Desk&) { return machine.policies().shelf().in_force(); });
    if (!row) return fail(row.error());
    return *row ? (*row)->published.version : 0;
}

}  // namespace

void try_on_the_past(Register& machine, KeptPast& kept, const RulesDraft& draft, int days,
                     const Trial& trial) {
    const auto goes_on = [&] { return !*trial.stopped && *trial.there; };
    const auto progress = [&](int percent) {
        answer_later<int>(trial.percent, percent, trial.deliver, trial.there);
        return goes_on();
    };
    auto rules =
        machine.desk().ask([&](service::Desk& desk) { return rules_of(desk, machine.policies(), draft); });
    const auto version = version_in_force(machine);
    const auto tried = [&]() -> Result<service::WhatIf> {
        if (!rules) return fail(rules.error());
        if (!version) return fail(version.error());
        return kept.try_rules(machine.desk(), machine.past(), *version, *rules, days, progress);
    };
    answer_later<service::WhatIf>(trial.answer, tried(), trial.deliver, trial.there);
}

// What goes wrong here goes wrong again when it is tried, and is told there.
void get_past_ready(Register& machine, KeptPast& kept, int days, const std::function<bool()>& goes_on) {
    if (!goes_on()) return;
    if (const auto version = version_in_force(machine))
        (void)kept.prepare(machine.desk(), machine.past(), *version, days, [&](int) { return goes_on(); });
}

}  // namespace makegood::main::window
