#include "app/main/window/rules_trial.hpp"

#include "app/main/window/rules_desk.hpp"

namespace makegood::main::window {
namespace {

constexpr int reading_share = 30;  // percent of the whole

struct Reading {
    Register& machine;
    Trial trial;
    service::NewRules rules;
    service::PastReader reader;
    int told = -1;
};
using Shared = std::shared_ptr<Reading>;

void tell(const Shared& reading, int percent) {
    if (percent <= reading->told) return;
    reading->told = percent;
    answer_later<int>(reading->trial.percent, percent, reading->trial.deliver, reading->trial.there);
}

void end(const Trial& trial, Result<service::WhatIf> answer) {
    answer_later<service::WhatIf>(trial.answer, std::move(answer), trial.deliver, trial.there);
}

// The thread itself must not be the last to know of itself.
void run_again(const Shared& reading) {
    const auto running = std::move(reading->trial.running);
    running->post([reading, past = reading->reader.past()] {
        end(reading->trial, service::what_if(*past, reading->rules, [&](int percent) {
                tell(reading, reading_share + percent * (100 - reading_share) / 100);
                return !*reading->trial.stopped && *reading->trial.there;
            }));
    });
}

// Whoever stands at the counter comes between two slices.
void read_on(const Shared& reading) {
    reading->machine.desk().post([reading](service::Desk& desk) {
        if (*reading->trial.stopped || !*reading->trial.there)
            return end(reading->trial, fail(ErrorKind::busy, "It was stopped. Nothing was changed by it."));
        const auto more = reading->reader.read_on(desk);
        if (!more) return end(reading->trial, fail(more.error()));
        tell(reading, reading->reader.percent() * reading_share / 100);
        *more ? read_on(reading) : run_again(reading);
    });
}

core::budget::Span last_days(service::Desk& desk, int days) {
    const std::chrono::sys_days today(desk.clock.local_date(desk.clock.now()));
    return {CivilDate(today - std::chrono::days(days)), CivilDate(today - std::chrono::days(1))};
}

}  // namespace

void start_trial(Register& machine, const RulesDraft& draft, int days, Trial trial) {
    machine.desk().post([&machine, draft, days, trial = std::move(trial)](service::Desk& desk) {
        auto rules = rules_of(desk, machine.policies(), draft);
        if (!rules) return end(trial, fail(rules.error()));
        read_on(std::make_shared<Reading>(
            Reading{machine, trial, std::move(*rules), service::PastReader(desk, last_days(desk, days))}));
    });
}

}  // namespace makegood::main::window
