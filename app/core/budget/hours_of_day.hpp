// A day's money hour by hour: what was given, what is likely to come, and what each hour can have so that the
// last customer has the same chance as the first. Pure; for people to look at, nothing is decided by it.
#pragma once
#include <vector>

#include "app/core/budget/pacing.hpp"

namespace makegood::core::budget {

struct GivenInHour {
    int hour = 0;  // 0 to 23, of the store's time
    Money cost;
};

struct HourOfDay {
    int hour = 0;
    Money given;
    Money to_come;  // likely to be given in what is left of the hour, as long as there is money
    Money allowed;  // its part of the limit, by what customers usually ask for in it
    friend bool operator==(const HourOfDay&, const HourOfDay&) = default;
};

// From the first hour to the last in which something was given or is usually asked for, on the day of
// standing.now. What is to come never sums up to more than is left. Empty: nothing is known of any hour.
std::vector<HourOfDay> hours_of_day(const Habit& habit, const Standing& standing,
                                    std::span<const GivenInHour> given);

}  // namespace makegood::core::budget
