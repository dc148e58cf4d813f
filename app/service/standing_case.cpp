#include "app/service/standing_case.hpp"

#include "app/service/money_now.hpp"
#include "app/service/spend_rights.hpp"

namespace makegood::service {

Result<StandingCase> read_standing_case(Desk& desk, const IncidentId& id) {
    auto incident = desk.store.incident(id);
    if (!incident) return fail(incident.error());
    if (!*incident || !(*incident)->open)
        return fail(ErrorKind::refused, "This case is closed already. Start a new one for this customer.");
    auto offers = desk.store.offers(id);
    if (!offers) return fail(offers.error());
    auto wishes = desk.store.wishes(id);
    if (!wishes) return fail(wishes.error());
    StandingCase standing{std::move(**incident), {}, {}, std::move(*wishes)};
    for (auto& offer : *offers) {
        auto& list = offer.costs_nothing() && offer.article.empty() ? standing.free : standing.cards;
        list.push_back(std::move(offer));
    }
    return standing;
}

Result<FreshOffers> fresh_offers(Desk& desk, const StandingCase& standing,
                                 const core::recovery::Wishes& wishes, const PersonId& by) {
    const auto& incident = standing.incident.incident;
    const auto who = occasion_of(desk, by, standing.incident.customer);
    if (!who) return fail(who.error());
    auto basis = read_basis(desk, incident, *who);
    if (!basis) return fail(basis.error());
    FreshOffers fresh{.basis = std::move(*basis)};
    if (!incident.article.empty()) fresh.missing = desk.articles->find(incident.article.text());
    fresh.allowed = substitutes_for(desk, incident, fresh.missing, wishes);
    auto pace = fresh.basis.pace;
    pace.lot = lot_of_case(desk, incident, standing.incident.at);
    fresh.drawn = draw(desk.random);
    fresh.offers =
        make_offers(desk, incident, fresh.missing, fresh.allowed, wishes, fresh.basis, pace, fresh.drawn)
            .offers;
    return fresh;
}

}  // namespace makegood::service
