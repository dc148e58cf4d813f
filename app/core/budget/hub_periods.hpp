// What the calendar and the owner's rules do to a hub's book.
#pragma once
#include <span>
#include <string_view>

#include "app/core/budget/limits.hpp"
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
// Pots of limits are ended with their period and have the limit that is in force now.
void keep_periods(HubBook& book, std::span<const Rule> rules, std::span<const LimitRule> limits,
                  CivilDate today);

// A pot of a limit (limits.hpp) begins when a register states it first: for the running and the next period,
// of a key that one of `limits` makes, and while there are fewer than most_hub_pots. What a lost hub, which
// was replaced on `replaced_on`, may have granted of it is frozen until registers tell.
inline constexpr std::size_t most_hub_pots = 20'000;
void open_limit_pots(HubBook& book, std::span<const PotStatement> stated, std::span<const LimitRule> limits,
                     CivilDate today, std::optional<CivilDate> replaced_on);

// The pots that a rule charges now.
PotId running_pot(const Rule& rule, CivilDate today);

}  // namespace makegood::core::budget
