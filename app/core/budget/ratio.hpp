// Shares of whole numbers that do not overflow on the way.
#pragma once
#include <algorithm>
#include <cstdint>
#include <limits>

namespace makegood::core::budget {

// value × times ÷ by, rounded down; the greatest number there is where it would be above it. 0 where `by` is.
// None of them below nothing.
constexpr std::int64_t ratio(std::int64_t value, std::int64_t times, std::int64_t by) {
    __extension__ using Wide = __int128;
    if (by == 0) return 0;
    constexpr Wide most = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::min<Wide>(static_cast<Wide>(value) * times / by, most));
}

}  // namespace makegood::core::budget
