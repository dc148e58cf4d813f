// What a clerk asked for and nobody has signed yet. The case stays open, so the list is only a reminder: no
// money is held for it, and whoever signs does so as for any gift (give, with an approval). Kept in the
// store's settings, outside the journal: a list that is lost costs a second question.
#pragma once
#include "app/service/approval.hpp"

namespace makegood::service {

struct WaitingApproval {
    OfferId offer;
    IncidentId incident;
    PersonId asked_by;
    std::string name;          // of who asked; empty: not known here
    Instant at;                // when
    std::string title, cause;  // what would be given, and for what
    Money cost, worth;
};

inline constexpr std::size_t most_waiting = 30;

// Once more for the same offer: nothing changes. refused: the case is closed, they may give it alone, or too
// many wait already. not_found: no such offer.
Result<> ask_approval(Desk& desk, const OfferId& offer, const PersonId& by);

// Oldest first. What was given, closed or said no to meanwhile is left out.
Result<std::vector<WaitingApproval>> waiting_approvals(Desk& desk);
// As above, without looking at each: for a number on the screen, at once.
Result<std::size_t> count_waiting(Desk& desk);

// The case is closed without giving anything. As give has it: who could not sign for it can't refuse it.
Result<> turn_down(Desk& desk, const OfferId& offer, const PersonId& by);

}  // namespace makegood::service
