#include "app/main/window/rules_trial.hpp"

#include "app/main/window/rules_desk.hpp"

namespace makegood::main::window {

void try_on_the_past(Register& machine, KeptPast& kept, const RulesDraft& draft, int days,
                     const Trial& trial) {
    const auto goes_on = [&] { return !*trial.stopped && *trial.there; };
    const auto progress = [&](int percent) {
        answer_later<int>(trial.percent, percent, trial.deliver, trial.there);
        return goes_on();
    };
    auto rules =
        machine.desk().ask([&](service::Desk& desk) { return rules_of(desk, machine.policies(), draft); });
    const auto version =
        machine.desk().ask([&](service::Desk&) { return machine.policies().shelf().in_force(); });
    const auto tried = [&]() -> Result<service::WhatIf> {
        if (!rules) return fail(rules.error());
        if (!version) return fail(version.error());
        return kept.try_rules(machine.desk(), machine.past(), *version ? (*version)->published.version : 0,
                              *rules, days, progress);
    };
    answer_later<service::WhatIf>(trial.answer, tried(), trial.deliver, trial.there);
}

}  // namespace makegood::main::window
