// Days in shops with many registers: who asks for how much when, what of it comes back, and what does not
// work.
#pragma once
#include <string>
#include <vector>

#include "tests/simulation/dice.hpp"

namespace makegood::simulation {

inline constexpr int minute = 60, hour = 60 * minute, opening = 8 * hour, closing = 20 * hour;

// How money comes back: undone by the clerk within the minute, or released hours later, because the voucher
// was voided or expired, or was settled cheaper.
enum class Back : std::uint8_t { never, undone, released };

struct Request {
    int second = 0;  // of the day
    int till = 0;
    std::int64_t cost = 0;
    Back back = Back::never;
    int back_at = 0;
};

inline constexpr int the_hub_itself = -1;
struct Outage {
    int who = the_hub_itself;
    int from = 0, to = 0;
};

struct Day {
    std::string name;
    int tills = 8;
    std::int64_t limit = 60'000;
    int least_percent = 98;         // of what an all-knowing coordinator grants
    std::vector<Request> requests;  // in the order of time
    std::vector<Outage> outages;    // the line to that till, or to the hub
    std::vector<Outage> crashes;    // down and started again: what lay in memory only is gone
    int put_back = -1;              // this till gets its disk of the opening again, at noon

    bool reachable(int till, int second) const;
};

// The same for the same seed.
std::vector<Day> money_days(std::uint64_t seed);

}  // namespace makegood::simulation
