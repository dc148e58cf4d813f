#include "app/core/budget/hours_of_day.hpp"

#include <array>

#include "app/core/budget/ratio.hpp"

namespace makegood::core::budget {
namespace {

using std::chrono::sys_days;

constexpr int hours = 24;
constexpr std::int64_t too_little_to_show = 200;  // an hour with less than one part in so many is left out

struct Asks {
    std::array<std::int64_t, hours> all{}, to_come{};  // of this day, by habit
    std::int64_t period = 0, period_to_come = 0;       // of all its days
};

Asks asks_of(const Habit& habit, const Standing& standing) {
    Asks asks;
    const sys_days today{standing.now.date};
    for (int hour = 0; hour < hours; ++hour) {
        const auto at = static_cast<std::size_t>(hour);
        const auto end = habit.until(standing.now.date, 60 * (hour + 1));
        asks.all[at] = end - habit.until(standing.now.date, 60 * hour);
        const int from = std::clamp(standing.now.minute, 60 * hour, 60 * (hour + 1));
        asks.to_come[at] = end - habit.until(standing.now.date, from);
        asks.period_to_come += asks.to_come[at];
    }
    for (auto day = sys_days{standing.period.first}; day <= sys_days{standing.period.last};
         day += std::chrono::days(1)) {
        asks.period += habit.all_day(day);
        if (day > today) asks.period_to_come += habit.all_day(day);
    }
    return asks;
}

bool is_shown(const HourOfDay& hour, Money limit) {
    const auto least = limit.minor() / too_little_to_show;
    return hour.given > Money{} || hour.to_come.minor() > least || hour.allowed.minor() > least;
}

}  // namespace

std::vector<HourOfDay> hours_of_day(const Habit& habit, const Standing& standing,
                                    std::span<const GivenInHour> given) {
    const auto asks = asks_of(habit, standing);
    const auto to_come = std::min(outlook(habit, standing).to_come, std::max(Money{}, standing.left));
    std::vector<HourOfDay> day;
    for (int hour = 0; hour < hours; ++hour) {
        const auto at = static_cast<std::size_t>(hour);
        day.push_back(
            {hour,
             {},
             Money::minor(ratio(to_come.minor(), asks.to_come[at], asks.period_to_come)),
             Money::minor(ratio(std::max(Money{}, standing.limit).minor(), asks.all[at], asks.period))});
    }
    for (const auto& gift : given)
        if (gift.hour >= 0 && gift.hour < hours) day[static_cast<std::size_t>(gift.hour)].given += gift.cost;
    const auto shown = [&](const HourOfDay& hour) { return is_shown(hour, standing.limit); };
    const auto first = std::find_if(day.begin(), day.end(), shown);
    const auto last = std::find_if(day.rbegin(), day.rend(), shown).base();
    return first < last ? std::vector<HourOfDay>(first, last) : std::vector<HourOfDay>();
}

}  // namespace makegood::core::budget
