// What was written of a thing in the journal when it was made, taken from there and not from a table.
#pragma once
#include "db/terminal/journal.hpp"
#include "db/terminal/places.hpp"

namespace makegood::db::terminal {

struct GivenFact {
    ports::Stamp stamp;
    ports::RecoveryGiven given;
};
struct ReportedFact {
    ports::Stamp stamp;
    ports::IncidentReported reported;
};

// Inside Connection::guarded. failed: the journal has another event there, or a changed one.
Result<ReportedFact> reported(Journal& journal, const IncidentId& id);
// The offers that the event at `place` made; nullopt where there is none, or one of another kind.
struct OffersMade {
    IncidentId incident;
    std::vector<core::recovery::Offer> offers;
    core::recovery::Wishes wishes;
};
Result<std::optional<OffersMade>> offers_at(Journal& journal, std::int64_t place);
Result<GivenFact> given(Journal& journal, const RecoveryId& id);
// Of the event at `drafted`, which gave or replaced; its state is that of the beginning.
Result<core::voucher::Voucher> drafted(Journal& journal, std::int64_t place, const VoucherSerial& serial);

// The sentence for a table that says other than the journal does of `what`, for example "voucher MG-29-17".
tl::unexpected<Error> differs(const std::string& what);

}  // namespace makegood::db::terminal
