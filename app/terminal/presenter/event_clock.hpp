// When an event happened, on the steady clock, though it is handled late. Pure; times are passed in.
#pragma once
#include <cstdint>
#include <optional>

#include "app/base/time_values.hpp"

namespace makegood::terminal::presenter {

class EventClock {
  public:
    // `event_ms`: the event's own time on the clock of the window system, whose start is unknown and which
    // may wrap; 0: unknown, then it counts as happening when it is handled. Never later than `handled`.
    Duration when(std::int64_t event_ms, Duration handled);

  private:
    // From the window system's clock to the steady one: the event that was handled fastest knows it best.
    std::optional<Duration> offset_;
};

}  // namespace makegood::terminal::presenter
