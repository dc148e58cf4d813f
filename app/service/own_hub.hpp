// A register that shares its budget with nobody is its own hub, by the same books and messages.
#pragma once
#include "app/service/limits_now.hpp"

namespace makegood::service {

// One exchange with itself for these pots, the store's being the first: what can be had of them is in force
// afterwards, and what is held beyond a limit that was lowered is given up.
Result<> serve_itself_here(Desk& desk, std::span<const ChargedPot> pots);

Error no_budget_is_set();

}  // namespace makegood::service
