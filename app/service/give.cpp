#include "app/service/give.hpp"

#include <algorithm>

#include "app/service/at_counter.hpp"
#include "app/service/clock_watch.hpp"
#include "app/service/limits_now.hpp"
#include "app/service/spend_rights.hpp"
#include "app/service/suggestions.hpp"
#include "app/service/voucher_code.hpp"

namespace makegood::service {
namespace {

Result<Given> answer_again(Desk& desk, const ports::RecoveryRow& row) {
    Given given{row.id, row.incident, row.offer, {}, {}, row.job, row.at + desk.settings.undo_time};
    if (!row.voucher) return given;
    auto voucher = desk.store.voucher(*row.voucher);
    if (!voucher) return fail(voucher.error());
    if (*voucher) given.voucher = std::move((*voucher)->voucher);
    return given;
}

Result<> enough_on_the_shelf(const Desk& desk, const core::recovery::Offer& offer) {
    if (offer.article.empty()) return {};
    const auto row = desk.articles->find(offer.article.text());
    const auto left = row ? stock_left(desk, *row) : std::nullopt;
    if (left && *left >= offer.quantity) return {};
    return fail(ErrorKind::refused, offer.title + " is no longer on the shelf. Choose another offer.");
}

Result<ports::IncidentRow> still_open(Desk& desk, const IncidentId& id) {
    auto incident = desk.store.incident(id);
    if (!incident) return fail(incident.error());
    if (*incident && (*incident)->open) return std::move(**incident);
    return fail(ErrorKind::refused, "This case is closed already. Start a new one for this customer.");
}

Result<> still_stands(Desk& desk, const IncidentId& incident, const core::recovery::Offer& offer) {
    const auto standing = desk.store.offers(incident);
    if (!standing) return fail(standing.error());
    if (std::any_of(standing->begin(), standing->end(),
                    [&](const auto& each) { return each.id == offer.id; }))
        return {};
    return fail(ErrorKind::refused, "The customer said no to \"" + offer.title +
                                        "\", and other offers took its place. Choose one of those.");
}

// Whoever gives may, or whoever signed for it. Asked last, so that nobody signs for what can't be given.
Result<> is_allowed(Desk& desk, const core::recovery::Offer& offer, const PersonId& by,
                    const std::optional<Approval>& approval) {
    const core::budget::Wanted wanted{core::budget::Act::give, offer.cost, offer.worth};
    return approval ? check_approval(desk, *approval, by, wanted) : must_be_allowed(desk, by, wanted);
}

// What one `give` writes; filled step by step, committed once.
Result<ports::RecoveryGiven> decide(Desk& desk, const ports::IncidentRow& incident,
                                    const core::recovery::Offer& offer, const PersonId& by, Instant now) {
    auto period = current_period(desk);
    if (!period) return fail(period.error());
    const auto reserved = core::budget::reserve(*period, offer.cost, offer.worth, desk.currency);
    if (!reserved) {
        desk.short_of = {offer.cost, offer.worth};
        return fail(reserved.error());
    }
    MAKEGOOD_TRY(fits_the_incident(desk, offer));
    const auto occasion = occasion_of(desk, by, incident.customer, word(offer.kind));
    if (!occasion) return fail(occasion.error());
    auto taken = take_rights(desk, {offer.cost, offer.worth}, *occasion);
    if (!taken) return fail(taken.error());
    const auto head = desk.store.head();
    if (!head) return fail(head.error());

    ports::RecoveryGiven event;
    event.id = RecoveryId(next_id('r', *head));
    event.incident = incident.id;
    event.offer = offer;
    event.period = base::format_date(money_day(desk));
    event.limit = period->limit;
    event.taken = std::move(*taken);
    if (offer.paper == core::gesture::Paper::voucher) {
        auto voucher = draft_voucher(desk, offer.voucher_value, money_day(desk), offer.valid_days);
        if (!voucher) return fail(voucher.error());
        event.voucher = std::move(*voucher);
    }
    if (offer.due_hours > 0)
        event.promise = core::followup::Promise{PromiseId(next_id('m', *head)),
                                                offer.title + ": " + offer.detail,
                                                now + std::chrono::hours(offer.due_hours),
                                                {}};
    if (offer.paper != core::gesture::Paper::none) event.job = PrintJobId(next_id('p', *head));
    return event;
}

}  // namespace

Result<Given> give(Desk& desk, const OfferId& id, const PersonId& by,
                   const std::optional<Approval>& approval) {
    const auto found = desk.store.offer(id);
    if (!found) return fail(found.error());
    if (!*found)
        return fail(ErrorKind::not_found, "There is no offer " + id.text() +
                                              " on this register. Report the incident again to get offers.");
    const auto& [incident, offer] = **found;
    const auto before = desk.store.recovery_of(incident);
    if (!before) return fail(before.error());
    if (*before && (*before)->offer.id == id) return answer_again(desk, **before);
    if (*before)
        return fail(ErrorKind::refused, "This was made good already with \"" + (*before)->offer.title +
                                            "\". Undo that first to give something else.");
    const auto open = still_open(desk, incident);
    if (!open) return fail(open.error());
    MAKEGOOD_TRY(still_stands(desk, incident, offer));
    MAKEGOOD_TRY(enough_on_the_shelf(desk, offer));

    MAKEGOOD_TRY(must_work_here(desk, by));  // before anything is recorded, rights included
    MAKEGOOD_TRY(watch_clock(desk));
    const auto now = desk.clock.now();
    auto event = decide(desk, *open, offer, by, now);
    if (!event) return fail(event.error());
    MAKEGOOD_TRY(is_allowed(desk, offer, by, approval));
    if (approval) event->approved_by = approval->by;
    if (approval) event->approved_why = approval->why;
    MAKEGOOD_TRY(desk.store.commit({now, by}, *event));
    desk.given_here.insert(event->id);
    customer_goes(desk);
    if (!offer.article.empty()) take_from_shelf(desk, offer.article, offer.quantity);
    return Given{event->id,
                 incident,
                 offer,
                 event->voucher,
                 event->promise,
                 event->job,
                 now + desk.settings.undo_time};
}

Result<> undo(Desk& desk, const RecoveryId& id, const PersonId& by) {
    const auto row = desk.store.recovery(id);
    if (!row) return fail(row.error());
    if (!*row)
        return fail(ErrorKind::not_found, "There is no recovery " + id.text() +
                                              " on this register. \"give\" answered its number, like r1-18.");
    const auto& recovery = **row;
    if (recovery.state == ports::RecoveryState::undone) return {};
    MAKEGOOD_TRY(must_work_here(desk, by));
    MAKEGOOD_TRY(desk.store.prove(id));
    const auto now = desk.clock.now();
    if (recovery.state == ports::RecoveryState::settled || now > recovery.at + desk.settings.undo_time)
        return fail(ErrorKind::refused, "The time to undo is over. A manager can void its voucher.");
    if (recovery.voucher) {
        const auto voucher = desk.store.voucher(*recovery.voucher);
        if (!voucher) return fail(voucher.error());
        MAKEGOOD_TRY(core::voucher::may_become((*voucher)->voucher.state, core::voucher::State::voided));
    }
    MAKEGOOD_TRY(desk.store.commit(
        {now, by}, ports::RecoveryUndone{id, "undone by the clerk", desk.given_here.contains(id)}));
    if (!recovery.offer.article.empty())
        take_from_shelf(desk, recovery.offer.article, -recovery.offer.quantity);
    return {};
}

}  // namespace makegood::service
