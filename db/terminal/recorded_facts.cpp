#include "db/terminal/recorded_facts.hpp"

namespace makegood::db::terminal {
namespace {

// The fact of this kind at `place`; another kind there means that whoever sent us was changed.
template <class Fact>
Result<std::pair<ports::Stamp, Fact>> fact_at(Journal& journal, std::int64_t place, const std::string& id) {
    auto event = journal.event_at(place);
    if (!event) return fail(event.error());
    auto* fact = std::get_if<Fact>(&event->event);
    if (fact == nullptr || fact->id.text() != id) return differs(id);
    return std::pair(std::move(event->stamp), std::move(*fact));
}

}  // namespace

tl::unexpected<Error> differs(const std::string& what) {
    return fail(ErrorKind::failed,
                "What the tables say of " + what +
                    " is not what the journal says, so nothing was done. Somebody changed the database: keep "
                    "a copy of its folder, tell a manager, and make the tables anew with `makegood journal "
                    "rebuild`.");
}

Result<ReportedFact> reported(Journal& journal, const IncidentId& id) {
    auto fact = fact_at<ports::IncidentReported>(journal, place_of(id.text()), id.text());
    if (!fact) return fail(fact.error());
    return ReportedFact{std::move(fact->first), std::move(fact->second)};
}

Result<std::optional<OffersMade>> offers_at(Journal& journal, std::int64_t place) {
    if (!journal.has(place)) return std::optional<OffersMade>();
    auto event = journal.event_at(place);
    if (!event) return fail(event.error());
    if (auto* first = std::get_if<ports::IncidentReported>(&event->event))
        return OffersMade{std::move(first->id), std::move(first->offers), {}};
    if (auto* later = std::get_if<ports::OffersRenewed>(&event->event))
        return OffersMade{std::move(later->incident), std::move(later->offers), std::move(later->wishes)};
    return std::optional<OffersMade>();
}

Result<GivenFact> given(Journal& journal, const RecoveryId& id) {
    auto fact = fact_at<ports::RecoveryGiven>(journal, place_of(id.text()), id.text());
    if (!fact) return fail(fact.error());
    return GivenFact{std::move(fact->first), std::move(fact->second)};
}

Result<core::voucher::Voucher> drafted(Journal& journal, std::int64_t place, const VoucherSerial& serial) {
    auto event = journal.event_at(place);
    if (!event) return fail(event.error());
    const std::string what = "voucher " + serial.text();
    std::optional<core::voucher::Voucher> voucher;
    if (auto* given = std::get_if<ports::RecoveryGiven>(&event->event)) voucher = std::move(given->voucher);
    if (auto* replaced = std::get_if<ports::VoucherReplaced>(&event->event))
        voucher = std::move(replaced->voucher);
    if (!voucher || voucher->serial != serial) return differs(what);
    return std::move(*voucher);
}

}  // namespace makegood::db::terminal
