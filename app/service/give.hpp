// Gives an offer: reserves its money, drafts its voucher and queues its paper in one transaction.
#pragma once
#include "app/printing/document.hpp"
#include "app/service/approval.hpp"

namespace makegood::service {

struct Given {
    RecoveryId recovery;
    IncidentId incident;
    core::recovery::Offer offer;
    std::optional<core::voucher::Voucher> voucher;
    std::optional<core::followup::Promise> promise;
    std::optional<PrintJobId> job;
    Instant undo_until;
};

// refused: it no longer fits the money (names what is left), the article is gone, the incident is closed
// or was made good already. not_found: no such offer. Giving the same offer twice answers the first
// recovery again and spends nothing. needs_approval: it is above the tier of who gives (names who can sign);
// with an approval that holds it goes through, and both are recorded. The PIN is looked at last: nothing else
// stands in the way then.
Result<Given> give(Desk& desk, const OfferId& offer, const PersonId& by,
                   const std::optional<Approval>& approval = {});

// refused when the time is over or the voucher was used. The paper that came out is to be torn up.
Result<> undo(Desk& desk, const RecoveryId& recovery, const PersonId& by);

// What is printed for a job: the same document for preview and paper.
Result<printing::Document> document_of(Desk& desk, const PrintJobId& job);

}  // namespace makegood::service
