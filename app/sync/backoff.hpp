// How long to wait after failures: full jitter (Brooker, "Exponential Backoff And Jitter", 2015), so that a
// chain of stores does not come back all at once when head office does.
#pragma once
#include <chrono>

#include "app/ports/random.hpp"

namespace makegood::sync {

inline constexpr std::chrono::milliseconds shortest_wait = std::chrono::seconds(1);
inline constexpr std::chrono::milliseconds longest_wait = std::chrono::minutes(15);

// Uniform between shortest_wait and what doubles with each failure in a row, up to longest_wait.
std::chrono::milliseconds wait_after(int failures, ports::Random& random);

}  // namespace makegood::sync
