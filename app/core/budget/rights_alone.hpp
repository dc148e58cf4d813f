// A register without a hub is its own: the same books, the same messages, carried from one hand to the other.
#pragma once
#include <functional>

#include "app/core/budget/rights_hub.hpp"
#include "app/core/budget/rights_register.hpp"

namespace makegood::core::budget {

struct Alone {
    Position at;                                        // the committed head of the journal
    std::function<std::string(std::uint64_t)> hash_at;  // of this epoch; empty: it is not that long
    std::function<std::uint64_t()> draw;                // never 0, never the same twice
    std::span<const PeriodLeft> left;
    SharingRules rules;
};

// One whole exchange: what is wanted and can be had is in force afterwards. Commit both books and a journal
// entry that bears a number drawn for it in one transaction. The refusal is the hub's: its book does not know
// the register, or is older than the register's; load both books again then.
tl::expected<Heard, HubRefusal> serve_itself(HubBook& hub, RegisterBook& book, std::span<const Want> wants,
                                             const Alone& alone);

}  // namespace makegood::core::budget
