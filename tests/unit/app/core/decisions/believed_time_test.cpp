#include "app/core/budget/believed_time.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using namespace makegood::core::budget;
using namespace std::chrono;

namespace {

const Instant noon = *base::parse_instant("2026-11-22T12:00:00.000000Z");

}  // namespace

TEST_CASE("A clock is right, behind or far ahead of what is believed") {
    struct Case {
        Duration after_believed;
        ClockState state;
        Duration money_after_believed;
    };
    const Case cases[] = {
        {seconds(0), ClockState::right, seconds(0)},
        {hours(8), ClockState::right, hours(8)},
        {days(7), ClockState::right, days(7)},
        {days(7) + microseconds(1), ClockState::ahead, days(7) + microseconds(1)},
        {days(3650), ClockState::ahead, days(3650)},
        {-minutes(2), ClockState::right, seconds(0)},
        {-minutes(2) - microseconds(1), ClockState::behind, seconds(0)},
        {-days(1), ClockState::behind, seconds(0)},
        {-days(3650), ClockState::behind, seconds(0)},
    };
    for (const auto& each : cases) {
        INFO(each.after_believed.count());
        const auto now = noon + each.after_believed;
        CHECK(judge({noon}, now) == each.state);
        CHECK(time_of_money({noon}, now) == noon + each.money_after_believed);
    }
}
