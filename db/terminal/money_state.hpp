// What was reserved and spent on each day, in the tables. A budget period is the days that it is made of, so
// a limit per week knows of all that was given under a limit per day.
#pragma once
#include <string>
#include <vector>

#include "app/core/budget/budget.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::terminal {

struct Amounts {
    Money cost, worth;
    friend bool operator==(const Amounts&, const Amounts&) = default;
};

class MoneyState {
  public:
    explicit MoneyState(engine::Connection& connection) : connection_(connection) {}

    void set_limit(const core::budget::Limit& limit);
    std::optional<core::budget::Limit> limit();

    // All that was given on the days of the period of this name, under the limit in force.
    core::budget::Period period(const std::string& name);
    // Each day on which something was given, oldest first.
    std::vector<core::budget::Period> days();

    // Whether it may be given on `day` under `limit`: the second lock behind core::budget's arithmetic (I1).
    [[nodiscard]] bool fits(const std::string& day, const core::budget::Limit& limit, Amounts amounts);
    void reserve(const std::string& day, Amounts amounts);
    void release(const std::string& day, Amounts reserved);
    void settle(const std::string& day, Amounts reserved, Amounts spent);

  private:
    engine::Connection& connection_;
};

}  // namespace makegood::db::terminal
