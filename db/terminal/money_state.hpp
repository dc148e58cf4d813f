// The counters of budget periods in the tables. Each change is one conditional statement: the second lock
// behind core::budget's arithmetic (I1).
#pragma once
#include <string>

#include "app/core/budget/budget.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::terminal {

struct Amounts {
    Money cost, worth;
};

class MoneyState {
  public:
    explicit MoneyState(engine::Connection& connection) : connection_(connection) {}

    // In force from now on, and for this period at once.
    void set_limit(const core::budget::Limit& limit, const std::string& period);
    // Makes the period's counters under `limit` when this is its first event. False when it would not fit.
    [[nodiscard]] bool reserve(const std::string& period, const core::budget::Limit& limit, Amounts amounts);
    void release(const std::string& period, Amounts reserved);
    void settle(const std::string& period, Amounts reserved, Amounts spent);

  private:
    engine::Connection& connection_;
};

}  // namespace makegood::db::terminal
