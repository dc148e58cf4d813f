// Which PINs nobody may choose. People choose few: the first hundred tries at a PIN of four digits open a
// fifth of all doors (Bonneau, Preibusch, Anderson: A birthday present every eleven wallets?, 2012), and a
// list helps when it is long enough to cover a tenth of them all (Markert et al.: This PIN can be easily
// guessed, 2020). These rules do, and need no list.
#pragma once
#include <string>
#include <string_view>

namespace makegood::service {

inline constexpr std::size_t shortest_pin = 4, longest_pin = 8;

// Nothing when it may be chosen; else why not, as a sentence with a way out.
std::string why_not_this_pin(std::string_view pin);

// Whether everybody tries it first: few different digits, a step that repeats, a half that repeats, a date, a
// year, a line on the pad. `pin` is digits only.
bool is_obvious(std::string_view pin);

}  // namespace makegood::service
