// Secrets and names that are drawn by chance.
#pragma once
#include <string>

#include "app/ports/random.hpp"

namespace makegood::service {

// Six digits, none that is obvious.
std::string drawn_pin(ports::Random& random);
// So many of the 32 digits 0-9, a-z without i, l, o and u: five bits each.
std::string drawn_text(ports::Random& random, int digits);

}  // namespace makegood::service
