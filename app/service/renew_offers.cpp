#include "app/service/renew_offers.hpp"

#include <algorithm>

#include "app/core/recovery/renew.hpp"
#include "app/service/at_counter.hpp"
#include "app/service/standing_case.hpp"
#include "app/service/who_may.hpp"

namespace makegood::service {

Result<Reported> renew_offers(Desk& desk, const IncidentId& incident, const PersonId& by) {
    MAKEGOOD_TRY(must_work_here(desk, by));
    const auto standing = read_standing_case(desk, incident);
    if (!standing) return fail(standing.error());
    const auto& row = standing->incident;
    if (row.incident.kind == core::incident::Kind::delight)
        return fail(ErrorKind::refused, "A surprise is drawn once. Give it, or close the case.");
    const auto fresh = fresh_offers(desk, *standing, standing->wishes, by);
    if (!fresh) return fail(fresh.error());
    Reported answer{row.id,
                    title_of(row.incident, row.article_name),
                    row.article_name,
                    std::max<std::int64_t>(fresh->basis.missing_before, 1),
                    standing->cards,
                    standing->free,
                    fresh->offers.note,
                    standing->wishes};
    const auto places = static_cast<std::size_t>(std::max(desk.settings.policy.cards, 0));
    auto cards = core::recovery::renewed(standing->cards, fresh->offers.cards, places,
                                         [](const core::recovery::Offer&) { return true; });
    if (cards == standing->cards) return answer;
    answer.cards = std::move(cards);
    std::size_t last = 0;
    number_offers(answer.cards, next_id('o', fresh->basis.head), last);
    ports::OffersRenewed event{answer.incident, {}, money_came, answer.wishes, answer.cards, answer.note};
    event.offers.insert(event.offers.end(), answer.free.begin(), answer.free.end());
    MAKEGOOD_TRY(desk.store.commit({fresh->basis.now, by, std::to_string(fresh->drawn)}, event));
    return answer;
}

}  // namespace makegood::service
