#include "app/main/window/rules_trial.hpp"

#include "app/main/try_rules.hpp"
#include "app/main/window/rules_desk.hpp"

namespace makegood::main::window {

void try_on_the_past(Register& machine, const RulesDraft& draft, int days, const Trial& trial) {
    const auto goes_on = [&] { return !*trial.stopped && *trial.there; };
    const auto progress = [&](int percent) {
        answer_later<int>(trial.percent, percent, trial.deliver, trial.there);
        return goes_on();
    };
    auto rules =
        machine.desk().ask([&](service::Desk& desk) { return rules_of(desk, machine.policies(), draft); });
    auto tried = rules ? try_rules(machine.desk(), machine.past(), *rules, days, progress)
                       : Result<service::WhatIf>(fail(rules.error()));
    answer_later<service::WhatIf>(trial.answer, std::move(tried), trial.deliver, trial.there);
}

}  // namespace makegood::main::window
