// A case that is open: the cards before the customer, and those that would be made for it now.
#pragma once
#include <vector>

#include "app/service/make_offers.hpp"

namespace makegood::service {

struct StandingCase {
    ports::IncidentRow incident;
    std::vector<core::recovery::Offer> cards, free;
    core::recovery::Wishes wishes;
};
// refused: the case is closed.
Result<StandingCase> read_standing_case(Desk& desk, const IncidentId& id);

struct FreshOffers {
    Basis basis;
    std::optional<core::catalogue::Row> missing;
    std::vector<core::substitute::Substitute> allowed;
    core::recovery::Offers offers;  // without ids
    std::uint64_t drawn = 0;
};
Result<FreshOffers> fresh_offers(Desk& desk, const StandingCase& standing,
                                 const core::recovery::Wishes& wishes, const PersonId& by);

}  // namespace makegood::service
