#include "app/core/budget/believed_time.hpp"

#include <algorithm>

namespace makegood::core::budget {
namespace {

constexpr Duration tolerance = std::chrono::minutes(2);
constexpr Duration longest_silence = std::chrono::days(7);

}  // namespace

ClockState judge(const BelievedTime& believed, Instant now) {
    if (now < believed.until - tolerance) return ClockState::behind;
    return now > believed.until + longest_silence ? ClockState::ahead : ClockState::right;
}

Instant time_of_money(const BelievedTime& believed, Instant now) {
    return std::max(believed.until, now);
}

}  // namespace makegood::core::budget
