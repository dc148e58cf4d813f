// Ways to share a day's budget among registers: by rights as the product does, and others to compare with.
#pragma once
#include <memory>

#include "tests/simulation/money_days.hpp"

namespace makegood::simulation {

class Contender {
  public:
    virtual ~Contender() = default;
    // Every second of the day, before what is asked for in it.
    virtual void pass(int second) { static_cast<void>(second); }
    // The card is on the screen; `give` follows some seconds later.
    virtual void show(const Request& request, int second) {
        static_cast<void>(request);
        static_cast<void>(second);
    }
    virtual bool give(const Request& request) = 0;
    // Of what was given.
    virtual void take_back(const Request& request) = 0;
};

// Knows all, is always reached, and gives what fits when it is asked for.
std::unique_ptr<Contender> all_knowing(const Day& day);
std::unique_ptr<Contender> by_rights(const Day& day);
// Each register has its part for the whole day.
std::unique_ptr<Contender> static_split(const Day& day);
// One counter; who does not reach it gives nothing.
std::unique_ptr<Contender> lock_server(const Day& day);
// One counter; who does not reach it counts on from what was seen last.
std::unique_ptr<Contender> naive_counter(const Day& day);

struct Granted {
    std::int64_t all = 0;        // also what came back later
    std::int64_t overspent = 0;  // the most that was out beyond the limit at any time
};
Granted play(const Day& day, Contender& contender);

}  // namespace makegood::simulation
