// What the calendar and the owner's rules do to a hub's book.
#pragma once
#include <span>
#include <string_view>

#include "app/core/budget/budget.hpp"
#include "app/core/budget/rights_hub.hpp"

namespace makegood::core::budget {

// From now on each period of `limit.kind` has a pot of this key with this limit.
struct Rule {
    std::string_view key;
    Limit limit;
};

// Brings the book to `today` in the store: pots for the running and the next period of each rule, an end to
// those that are over or of another kind of period, and long-ended ones forgotten. When the kind was changed,
// what is out for days of the new period counts as gone in it, so that both together keep within it.
void keep_periods(HubBook& book, std::span<const Rule> rules, CivilDate today);

// The pots that a rule charges now.
PotId running_pot(const Rule& rule, CivilDate today);

}  // namespace makegood::core::budget
