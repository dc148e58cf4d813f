// What money weighs now, and how the period goes.
#pragma once
#include "app/core/budget/likely.hpp"
#include "app/core/budget/pacing.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

// All of a case's pace but its wish and share, which its offers tell.
Result<core::budget::Paced> pace_of_case(Desk& desk, const core::budget::Period& money,
                                         const core::incident::Incident& incident);
// The lot of a case that was reported at `at`.
Percent lot_of_case(const Desk& desk, const core::incident::Incident& incident, Instant at);

// For whoever looks after the money.
struct MoneyNow {
    core::budget::Period period;  // limit, spent, reserved
    Money likely;                 // that will be spent of what is reserved
    core::budget::Pace pace = core::budget::Pace::on_pace;
    std::string pace_words;  // "On pace: 45 % of today's money is given, …"
    Percent price;           // of money; 100 %: in plenty, or the policy does not pace
    std::string price_words;
    std::int64_t vouchers = 0;  // that are out and may still come back
    Percent come_back;          // of their value, likely
    core::budget::Habit habit;  // what all this follows from
    core::budget::Standing standing;
};
Result<MoneyNow> money_now(Desk& desk);

}  // namespace makegood::service
