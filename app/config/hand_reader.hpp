// The owner's hand over what is offered instead of a missing article: [[instead]] of a policy file.
#pragma once
#include <vector>

#include "app/config/section.hpp"
#include "app/core/substitute/hand.hpp"

namespace makegood::config {

// Reads one table of the list. What can't be used is added to the problems, and nothing to `lines`.
void read_hand_line(Reading& reading, const Value& table, std::vector<core::substitute::HandLine>& lines);

}  // namespace makegood::config
