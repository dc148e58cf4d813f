#include "app/main/window/desk_rules.hpp"

#include "app/main/window/rules_desk.hpp"
#include "app/main/window/rules_trial.hpp"

namespace makegood::main::window {

using service::Desk;
using terminal::presenter::RuleChanges;

void DeskRules::look(const RuleChanges& changes, Answer<RulesSeen> answer) {
    ask_desk<RulesSeen>(
        machine_, std::move(answer),
        [&machine = machine_, changes](Desk& desk) {
            return look_at_rules(desk, machine.policies(), changes);
        },
        deliver_, there_);
}

DeskRules::~DeskRules() {
    stop_trying();
    stop_getting_ready(0);
}

void DeskRules::get_ready_to_try(int days) {
    auto& stopped = getting_ready_[days];
    if (stopped) *stopped = true;
    stopped = std::make_shared<std::atomic<bool>>(false);
    running_->post([&machine = machine_, kept = kept_, days, there = there_, stopped] {
        get_past_ready(machine, *kept, days, [&] { return !*stopped && *there; });
    });
}

void DeskRules::stop_getting_ready(int but_for) {
    for (const auto& [days, stopped] : getting_ready_)
        if (days != but_for) *stopped = true;
}

void DeskRules::try_out(const RulesDraft& draft, int days, Answer<int> percent,
                        Answer<service::WhatIf> answer) {
    stop_trying();
    stop_getting_ready(days);
    stopped_ = std::make_shared<std::atomic<bool>>(false);
    const Trial trial{std::move(percent), std::move(answer), deliver_, there_, stopped_};
    running_->post([&machine = machine_, kept = kept_, draft, days, trial] {
        try_on_the_past(machine, *kept, draft, days, trial);
    });
}

// It is of rules that are in force no more, and it is large.
void DeskRules::forget_past() {
    stop_getting_ready(0);
    running_->post([kept = kept_] { kept->forget(); });
}

void DeskRules::stop_trying() {
    if (stopped_) *stopped_ = true;
}

void DeskRules::save(const RulesDraft& draft, const PersonId& by,
                     const std::optional<service::Approval>& second, Answer<std::uint64_t> answer) {
    forget_past();
    ask_desk<std::uint64_t>(
        machine_, std::move(answer),
        [&machine = machine_, draft, by, second](Desk& desk) {
            return save_rules(desk, machine.policies(), draft, by, second);
        },
        deliver_, there_);
}

void DeskRules::approvers(const PersonId& by, Answer<std::vector<ports::Person>> answer) {
    ask_desk<std::vector<ports::Person>>(
        machine_, std::move(answer),
        [by](Desk& desk) {
            return service::approvers(desk, {core::budget::Act::set_budget, {}, {}}, by);
        },
        deliver_, there_);
}

void DeskRules::versions(Answer<std::vector<RulesVersion>> answer) {
    ask_desk<std::vector<RulesVersion>>(
        machine_, std::move(answer),
        [&machine = machine_](Desk& desk) { return versions_of_rules(desk, machine.policies()); }, deliver_,
        there_);
}

void DeskRules::put_back(std::uint64_t version, const PersonId& by, Answer<std::uint64_t> answer) {
    forget_past();
    ask_desk<std::uint64_t>(
        machine_, std::move(answer),
        [&machine = machine_, version, by](Desk& desk) {
            return put_back_rules(desk, machine.policies(), version, by);
        },
        deliver_, there_);
}

}  // namespace makegood::main::window
