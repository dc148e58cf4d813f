// Puts policy documents into force. Whether a document can be read, and who signed it, was looked at before.
#pragma once
#include "app/ports/policy_shelf.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

struct PolicyPaper {
    ports::PolicyPublished published;
    std::string store;  // the one it says it is for
    ports::SignedText document;
};

// Whether the one may follow the other. Versions only rise; the store's own rules can't follow head office's,
// and head office's go before the store's own whatever their number. refused: with the way out.
Result<> may_follow(const std::optional<ports::PolicyRow>& in_force, const ports::PolicyPublished& next);

// Durable, and recorded in the journal: in force from then on, also after a restart. The settings of the desk
// are the caller's to change. refused: may_follow; a document for another store; a person who may not.
Result<> put_into_force(Desk& desk, ports::PolicyShelf& shelf, const PolicyPaper& paper, const PersonId& by);

// A customer is being served: rules that come from elsewhere wait until that is over.
Result<bool> in_the_middle(Desk& desk, ports::PolicyShelf& shelf);

}  // namespace makegood::service
