// Money came while a customer looks at the cards: what could not be offered before can be now.
#pragma once
#include "app/service/report.hpp"

namespace makegood::service {

// The word in the journal for why other cards stand there (ports::OffersRenewed).
inline constexpr const char* money_came = "money-came";

// Answers the case as it stands then. Every card keeps its place and id; free places are filled up, and an
// article that may be free by now comes for the same one at its price. refused: the case is closed, or a
// surprise, which is drawn once.
Result<Reported> renew_offers(Desk& desk, const IncidentId& incident, const PersonId& by);

}  // namespace makegood::service
