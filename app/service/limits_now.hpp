// The owner's limits (core/budget/limits.hpp) as they stand at this register now.
#pragma once
#include "app/core/budget/limits.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

// A pot that a gesture charges. rule: nullptr for the store's own budget; it lives as long as the settings.
struct ChargedPot {
    core::budget::PotId id;
    core::budget::Limit limit;  // in force by the register's own settings
    const core::budget::LimitRule* rule = nullptr;
};

// kind: of an offer, by its word; empty: not known yet. Whoever rules the machine counts as one clerk more;
// clerks go by their references (clerk_reference.hpp).
Result<core::budget::Occasion> occasion_of(Desk& desk, const PersonId& by, const std::string& customer,
                                           std::string_view kind = {});

// The store's pot, then those of all limits with a period that apply. refused: no budget is set.
Result<std::vector<ChargedPot>> charged_pots(Desk& desk, const core::budget::Occasion& occasion);
// The pots of the limits alone, for all kinds of offers that there are or one of `kinds`.
std::vector<ChargedPot> limit_pots(Desk& desk, const core::budget::Occasion& who,
                                   std::span<const core::recovery::OfferKind> kinds);
std::span<const core::recovery::OfferKind> all_kinds();

// What was given on the days of the pot by those whom it is about.
Result<ports::Store::Given> given_from(Desk& desk, const core::budget::PotId& id);

// What each limit that may concern this person and customer allows now; for offers.
Result<std::vector<core::budget::LimitLeft>> limits_left(Desk& desk, const core::budget::Occasion& who);
// The same if nothing had been given yet.
std::vector<core::budget::LimitLeft> limits_untouched(Desk& desk, const core::budget::Occasion& who);

// refused: a limit for each incident does not allow it; says which. Of an incident to which nothing is given.
Result<> fits_the_incident(Desk& desk, const core::recovery::Offer& offer);

// "$20.00 a day for each clerk (Anna)"
std::string named(Desk& desk, const core::budget::LimitRule& rule, const core::budget::Occasion& whose);

// As it stands, for whoever looks after the money: every pot of a running period that this register knows of.
struct LimitNow {
    core::budget::PotId pot;
    std::string named;
    core::budget::LimitRule rule;
    ports::Store::Given given;
    core::budget::LimitLeft left;
};
Result<std::vector<LimitNow>> limits_now(Desk& desk);

}  // namespace makegood::service
