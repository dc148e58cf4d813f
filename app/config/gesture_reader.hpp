// One [[gesture]] of a policy file.
#pragma once
#include <vector>

#include "app/config/section.hpp"
#include "app/core/gesture/gesture.hpp"

namespace makegood::config {

// Puts the gesture into the library: in place of the one with the same id, or at its end; `off = true`
// takes it out. Problems go to the reading.
void read_gesture(Reading& reading, const Value& table, std::vector<core::gesture::Gesture>& library);

}  // namespace makegood::config
