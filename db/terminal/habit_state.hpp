// What customers' cases asked for, in the tables (core/budget/habit.hpp).
#pragma once
#include <vector>

#include "app/core/budget/pacing.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::terminal {

class HabitState {
  public:
    explicit HabitState(engine::Connection& connection) : connection_(connection) {}

    // One case more; nothing where nothing that costs could fit it.
    void count(const core::budget::Paced& pace);
    // Oldest first.
    std::vector<core::budget::WishedHour> wished(const core::budget::Span& days);
    // Reserved and spent on each of these days.
    std::vector<core::budget::DayTaken> taken(const core::budget::Span& days);

  private:
    engine::Connection& connection_;
};

}  // namespace makegood::db::terminal
