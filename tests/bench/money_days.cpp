#include "tests/bench/money_days.hpp"

#include <algorithm>
#include <functional>

namespace makegood::bench {
namespace {

using simulation::Dice;

struct Shape {
    std::string name;
    int tills;
    std::int64_t limit, demand_percent;      // of the limit
    std::function<int(Dice&)> till, second;  // of one request
};

int any_time(Dice& dice) {
    return opening + static_cast<int>(dice.below(closing - opening));
}

int evening(Dice& dice) {
    return dice.percent(40) ? any_time(dice) : closing - static_cast<int>(dice.below(3 * hour));
}

std::function<int(Dice&)> any_of(int tills) {
    return [tills](Dice& dice) { return static_cast<int>(dice.below(tills)); };
}

std::function<int(Dice&)> half_at_the_first_three_of(int tills) {
    return [tills](Dice& dice) { return static_cast<int>(dice.below(dice.percent(25) ? 3 : tills)); };
}

std::function<int(Dice&)> mostly_first_of(int tills) {
    return [tills](Dice& dice) { return dice.percent(70) ? 0 : static_cast<int>(dice.below(tills)); };
}

Day day_of(const Shape& shape, Dice& dice) {
    Day day{shape.name, shape.tills, shape.limit, {}, {}};
    for (std::int64_t sum = 0; sum < shape.limit * shape.demand_percent / 100;) {
        const auto cost = 100 + dice.below(600) + (dice.percent(10) ? dice.below(900) : 0);
        day.requests.push_back({shape.second(dice), shape.till(dice), cost});
        sum += cost;
    }
    std::sort(day.requests.begin(), day.requests.end(),
              [](const Request& left, const Request& right) { return left.second < right.second; });
    return day;
}

}  // namespace

std::vector<Day> money_days(std::uint64_t seed) {
    Dice dice(seed);
    const Shape shapes[] = {
        {"even", 8, 60'000, 110, any_of(8), any_time},
        {"plenty", 8, 60'000, 70, any_of(8), any_time},
        {"evening_rush", 8, 60'000, 120, any_of(8), evening},
        {"one_hot_register", 8, 60'000, 100, mostly_first_of(8), any_time},
        {"many_registers", 32, 120'000, 100, any_of(32), any_time},
        {"third_cut_off", 9, 60'000, 110, any_of(9), any_time},
        {"third_cut_off_in_the_rush", 9, 60'000, 120, any_of(9), evening},
        {"hub_away_at_noon", 8, 60'000, 110, any_of(8), any_time},
        {"busy_third_cut_off", 9, 60'000, 90, half_at_the_first_three_of(9), any_time},
        {"third_cut_off_to_the_end", 9, 60'000, 130, any_of(9), any_time},
        {"flickering", 8, 60'000, 110, any_of(8), any_time},
    };
    std::vector<Day> days;
    for (const auto& shape : shapes) days.push_back(day_of(shape, dice));
    for (int till = 0; till < 3; ++till) {
        days[5].outages.push_back({till, 11 * hour, 16 * hour});
        days[6].outages.push_back({till, 15 * hour, 19 * hour});
    }
    days[7].outages.push_back({hub, 12 * hour, 14 * hour});
    for (int till = 0; till < 3; ++till) days[8].outages.push_back({till, 11 * hour, 17 * hour});
    for (int till = 0; till < 3; ++till) days[9].outages.push_back({till, 14 * hour, closing});
    for (int till = 0; till < 8; ++till)
        for (int second = opening; second < closing; second += hour / 6)
            if (dice.percent(20)) days[10].outages.push_back({till, second, second + hour / 6});
    return days;
}

}  // namespace makegood::bench
