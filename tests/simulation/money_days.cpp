#include "tests/simulation/money_days.hpp"

#include <algorithm>
#include <functional>

namespace makegood::simulation {
namespace {

using Choice = std::function<int(Dice&)>;
constexpr int cut_off_percent = 90;

struct Shape {
    std::string name;
    int tills;
    std::int64_t limit, demand_percent;  // of the limit
    Choice till, second;                 // of one request
};

int any_time(Dice& dice) {
    return opening + static_cast<int>(dice.below(closing - opening));
}

int evening(Dice& dice) {
    return dice.percent(40) ? any_time(dice) : closing - static_cast<int>(dice.below(3 * hour));
}

// Twice as much is asked for between ten and four.
int saturday(Dice& dice) {
    return dice.percent(33) ? any_time(dice) : 10 * hour + static_cast<int>(dice.below(6 * hour));
}

Choice any_of(int tills) {
    return [tills](Dice& dice) { return static_cast<int>(dice.below(tills)); };
}

// The share of requests, in percent, that goes to the first few whatever the others get.
Choice mostly_first(int percent, int few, int tills) {
    return [=](Dice& dice) { return static_cast<int>(dice.below(dice.percent(percent) ? few : tills)); };
}

bool overlaps(const std::vector<Outage>& all, int who, int from, int to) {
    return std::any_of(all.begin(), all.end(), [&](const Outage& each) {
        return each.who == who && each.from <= to && from < each.to;
    });
}

Day day_of(const Shape& shape, Dice& dice) {
    Day day;
    day.name = shape.name;
    day.tills = shape.tills;
    day.limit = shape.limit;
    for (std::int64_t sum = 0; sum < shape.limit * shape.demand_percent / 100;) {
        const auto cost = 100 + dice.below(600) + (dice.percent(10) ? dice.below(900) : 0);
        const auto second = shape.second(dice);
        day.requests.push_back({.second = second, .till = shape.till(dice), .cost = cost});
        sum += cost;
    }
    std::sort(day.requests.begin(), day.requests.end(),
              [](const Request& left, const Request& right) { return left.second < right.second; });
    return day;
}

void cut_off_first(Day& day, int tills, int from, int to) {
    for (int till = 0; till < tills; ++till) day.outages.push_back({till, from, to});
    day.least_percent = cut_off_percent;
}

// One request in ten is undone, one in five comes back in the course of the day.
void money_comes_back(Day& day, Dice& dice) {
    for (auto& each : day.requests) {
        const auto chance = dice.below(10);
        if (chance == 0) each.back = Back::undone, each.back_at = each.second + 40;
        if (chance == 1 || chance == 2)
            each.back = Back::released,
            each.back_at = each.second + hour + static_cast<int>(dice.below(5 * hour));
    }
}

// Each till and the hub ten times for some minutes; who would have come to a till that is down goes to
// another.
void crash_again_and_again(Day& day, Dice& dice) {
    for (int who = the_hub_itself; who < day.tills; ++who)
        for (int count = 0; count < 10; ++count) {
            const auto from = any_time(dice);
            day.crashes.push_back({who, from, from + minute + static_cast<int>(dice.below(4 * minute))});
        }
    for (auto& each : day.requests)
        while (overlaps(day.crashes, each.till, each.second - minute, each.second))
            each.till = (each.till + 1) % day.tills;
}

void flicker(Day& day, Dice& dice) {
    constexpr int piece = 10 * minute;
    for (int till = 0; till < day.tills; ++till)
        for (int second = opening; second < closing; second += piece)
            if (dice.percent(20)) day.outages.push_back({till, second, second + piece});
    day.least_percent = cut_off_percent;
}

}  // namespace

bool Day::reachable(int till, int second) const {
    const auto away = [&](const Outage& each) {
        return (each.who == till || each.who == the_hub_itself) && second >= each.from && second < each.to;
    };
    return std::none_of(outages.begin(), outages.end(), away) &&
           std::none_of(crashes.begin(), crashes.end(), away);
}

std::vector<Day> money_days(std::uint64_t seed) {
    Dice dice(seed);
    std::vector<Day> days;
    const auto add = [&](const Shape& shape) -> Day& { return days.emplace_back(day_of(shape, dice)); };
    add({"even", 8, 60'000, 110, any_of(8), any_time});
    add({"plenty", 8, 60'000, 70, any_of(8), any_time});
    add({"saturday", 8, 90'000, 140, any_of(8), saturday});
    add({"evening_rush", 8, 60'000, 120, any_of(8), evening});
    add({"one_hot_register", 8, 60'000, 100, mostly_first(70, 1, 8), any_time});
    add({"many_registers", 32, 120'000, 100, any_of(32), any_time});
    add({"many_registers_little_money", 32, 20'000, 150, any_of(32), any_time});
    money_comes_back(add({"money_comes_back", 8, 60'000, 140, any_of(8), any_time}), dice);
    crash_again_and_again(add({"crashes", 8, 60'000, 110, any_of(8), any_time}), dice);

    cut_off_first(add({"third_cut_off", 9, 60'000, 110, any_of(9), any_time}), 3, 10 * hour, 16 * hour);
    cut_off_first(add({"third_cut_off_in_the_rush", 9, 60'000, 120, any_of(9), evening}), 3, 15 * hour,
                  19 * hour);
    cut_off_first(add({"busy_third_cut_off", 9, 60'000, 90, mostly_first(25, 3, 9), any_time}), 3, 10 * hour,
                  16 * hour);
    cut_off_first(add({"third_cut_off_to_the_end", 9, 60'000, 130, any_of(9), any_time}), 3, 14 * hour,
                  closing);
    auto& away = add({"hub_away_three_hours", 8, 60'000, 110, any_of(8), any_time});
    away.outages.push_back({the_hub_itself, 11 * hour, 14 * hour});
    away.least_percent = cut_off_percent;
    flicker(add({"flickering", 8, 60'000, 110, any_of(8), any_time}), dice);
    auto& put_back = add({"put_back", 8, 60'000, 110, any_of(8), any_time});
    put_back.put_back = 0;
    put_back.least_percent = cut_off_percent;
    return days;
}

}  // namespace makegood::simulation
