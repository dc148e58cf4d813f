// Somebody with more authority signs on the spot, with their own PIN and a reason.
#pragma once
#include "app/service/who_may.hpp"

namespace makegood::service {

struct Approval {
    PersonId by;
    std::string pin;
    std::string why;  // recorded; 1 to 200 bytes
};

// Everybody but `asker` who works here and may, by name.
Result<std::vector<ports::Person>> approvers(Desk& desk, const core::budget::Wanted& wanted,
                                             const PersonId& asker);
// Who can sign for this offer. not_found: no such offer.
Result<std::vector<ports::Person>> approvers_of(Desk& desk, const OfferId& offer, const PersonId& asker);

// Nothing when the signature holds. bad_input: no reason. needs_approval: they may not either. refused: their
// own signature, or the PIN; it is counted as in sign_in, and an approver whom nobody knows is told nothing
// else than that the PIN is not right. A badge does not sign.
Result<> check_approval(Desk& desk, const Approval& approval, const PersonId& asker,
                        const core::budget::Wanted& wanted);

}  // namespace makegood::service
