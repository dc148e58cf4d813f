// Days in shops with many registers: who asks for money when, and who can't be reached.
#pragma once
#include <string>
#include <vector>

#include "tests/simulation/dice.hpp"

namespace makegood::bench {

inline constexpr int hour = 3'600, opening = 8 * hour, closing = 20 * hour;

struct Request {
    int second = 0;  // of the day
    int till = 0;
    std::int64_t cost = 0;
};

inline constexpr int hub = -1;
struct Outage {
    int who = hub;
    int from = 0, to = 0;
};

struct Day {
    std::string name;
    int tills = 8;
    std::int64_t limit = 60'000;
    std::vector<Request> requests;  // in the order of time
    std::vector<Outage> outages;

    bool reachable(int till, int second) const {
        for (const auto& each : outages)
            if ((each.who == till || each.who == hub) && second >= each.from && second < each.to)
                return false;
        return true;
    }
};

// The same for the same seed.
std::vector<Day> money_days(std::uint64_t seed);

}  // namespace makegood::bench
