// The owner's hand over what is offered instead of a missing article: [[instead]] of a policy file.
#pragma once
#include <vector>

#include "app/config/section.hpp"
#include "app/core/substitute/hand.hpp"

namespace makegood::config {

// Reads the tables of the list. What can't be used, or contradicts a line before it, is added to the
// problems.
std::vector<core::substitute::HandLine> read_hand_lines(Reading& reading, const std::vector<Value>& tables);

}  // namespace makegood::config
