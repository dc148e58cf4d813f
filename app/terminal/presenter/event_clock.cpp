#include "app/terminal/presenter/event_clock.hpp"

#include <algorithm>

namespace makegood::terminal::presenter {
namespace {
constexpr Duration latest = std::chrono::seconds(5);  // beyond it the window system's clock has jumped
}

Duration EventClock::when(std::int64_t event_ms, Duration handled) {
    if (event_ms == 0) return handled;
    const Duration event = std::chrono::milliseconds(event_ms);
    offset_ = std::min(offset_.value_or(handled - event), handled - event);
    if (handled - (event + *offset_) > latest) offset_ = handled - event;
    return event + *offset_;
}

}  // namespace makegood::terminal::presenter
