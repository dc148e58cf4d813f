#include "app/core/budget/hours_of_day.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using namespace makegood::core::budget;

namespace {

constexpr CivilDate sunday = std::chrono::year(2026) / 11 / 22;
const Limit fifty{PeriodKind::day, Money::minor(5000), {}};

Standing at(int minute, Money given = {}) {
    Standing standing;
    standing.period = {sunday, sunday};
    standing.now = {sunday, minute};
    standing.limit = fifty.cost;
    standing.given = given;
    standing.left = fifty.cost - given;
    return standing;
}

Habit new_shop() {
    return learn({}, {}, sunday, fifty);
}

Money sum(const std::vector<HourOfDay>& hours, Money HourOfDay::*what) {
    Money all;
    for (const auto& hour : hours) all += hour.*what;
    return all;
}

}  // namespace

TEST_CASE("a day by the hour: a new shop has the hours of most, and they share the limit") {
    const auto hours = hours_of_day(new_shop(), at(0), {});
    REQUIRE(hours.size() == 14);
    CHECK(hours.front().hour == 7);
    CHECK(hours.back().hour == 20);
    for (const auto& hour : hours) CHECK(hour.given == Money{});
    const auto at_hour = [&](int hour) { return hours[static_cast<std::size_t>(hour - 7)].allowed; };
    CHECK(at_hour(7) < at_hour(9));
    CHECK(at_hour(9) < at_hour(11));
    CHECK(at_hour(14) < at_hour(12));
    CHECK(at_hour(14) < at_hour(17));
    CHECK(at_hour(20) < at_hour(18));
    const auto allowed = sum(hours, &HourOfDay::allowed);
    CHECK(allowed <= fifty.cost);
    CHECK(allowed > fifty.cost - Money::minor(14));  // rounded down, each
}

TEST_CASE("a day by the hour: what is over has nothing to come, the running hour a part") {
    const GivenInHour gifts[] = {{9, Money::minor(400)}, {9, Money::minor(100)}, {22, Money::minor(70)}};
    const auto hours = hours_of_day(new_shop(), at(12 * 60 + 30, Money::minor(570)), gifts);
    REQUIRE(hours.size() == 16);  // 7 to 22
    for (const auto& hour : hours) {
        INFO(hour.hour);
        if (hour.hour < 12) CHECK(hour.to_come == Money{});
        if (hour.hour > 12 && hour.hour < 19) CHECK(hour.to_come > hours[5].to_come);
    }
    CHECK(hours[2].given == Money::minor(500));
    CHECK(hours[5].to_come > Money{});
    CHECK(hours.back().given == Money::minor(70));
    CHECK(sum(hours, &HourOfDay::given) == Money::minor(570));
}

TEST_CASE("a day by the hour: what is to come is never more than what is left") {
    for (const std::int64_t given : {0, 4000, 4990, 5000, 6000}) {
        const auto hours = hours_of_day(new_shop(), at(10 * 60, Money::minor(given)), {});
        INFO(given);
        CHECK(sum(hours, &HourOfDay::to_come) <= std::max(Money{}, Money::minor(5000 - given)));
    }
}

TEST_CASE("a day by the hour: without money and without a past there is nothing to show") {
    Standing nothing = at(600);
    nothing.limit = nothing.left = {};
    CHECK(hours_of_day(Habit{}, nothing, {}).empty());
    const GivenInHour odd[] = {{-1, Money::minor(5)}, {24, Money::minor(5)}};
    CHECK(hours_of_day(Habit{}, nothing, odd).empty());
}
