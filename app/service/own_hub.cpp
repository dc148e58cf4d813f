#include "app/service/own_hub.hpp"

#include "app/base/check.hpp"
#include "app/core/budget/rights_alone.hpp"
#include "app/service/presumed.hpp"
#include "app/service/spend_rights.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;

// A pot that is asked for, with all that was given from it as the tables have it.
struct Running {
    PotId id;
    PotLimit limit;
    Amount given;
};

Result<std::vector<Running>> running_of(Desk& desk, std::span<const ChargedPot> pots) {
    std::vector<Running> all;
    for (const auto& pot : pots) {
        Running running{pot.id, {pot.limit.cost, pot.limit.worth}, {}};
        if (pot.rule) {
            const auto given = given_from(desk, pot.id);
            if (!given) return fail(given.error());
            running.given = given->all();
        } else {
            const auto period = desk.store.period(pot.id.period);
            if (!period) return fail(period.error());
            running.given = {period->reserved_cost + period->spent_cost,
                             period->reserved_worth + period->spent_worth};
        }
        if (!running.limit.worth) running.given.worth = {};
        all.push_back(std::move(running));
    }
    return all;
}

// All of them where they are renewed together or some are forgotten; else those that are asked for.
Result<ports::Rights> load_rights(Desk& desk, std::span<const ChargedPot> pots) {
    std::vector<PotId> ids;
    for (const auto& pot : pots) ids.push_back(pot.id);
    auto few = desk.store.rights_of(ids);
    if (!few || (!few->book.frozen && find(few->book, ids.front()))) return few;
    return desk.store.rights();
}

// What was given in the pot's period and not from this epoch's rights: before there were rights, under
// another kind of limit, or by the register that this one is a copy of.
Amount given_otherwise(const Running& running, const RegisterPot& pot, const Amount& presumed) {
    const auto otherwise = greatest({}, running.given - (pot.figures.used - pot.released));
    return greatest(otherwise, presumed);
}

// The hub that this register is for itself. It knows what the register knows, because both would be written
// in one transaction; so it is made of the register's book each time.
HubBook own_hub(const ports::Rights& rights, std::span<const Running> running,
                const ports::JournalMark& head) {
    const auto& book = rights.book;
    HubBook hub{.hub_epoch = std::max<std::uint32_t>(1, book.hub_epoch)};
    hub.devices.push_back({.device = book.device, .epoch = book.epoch, .seen = {{head.sequence, head.hash}}});
    for (const auto& pot : book.pots) {
        const auto asked = std::find_if(running.begin(), running.end(),
                                        [&](const Running& each) { return each.id == pot.id; });
        HubPot own{pot.id, pot.limit, {}, asked == running.end(), {}};
        if (!own.over) {
            own.limit = asked->limit;
            own.lost = given_otherwise(*asked, pot, presumed_spent(rights, pot.id));
        }
        Figures figures = pot.figures;
        figures.granted = pot.promised;
        figures.freed = pot.released;
        own.accounts.push_back({book.device, book.epoch, figures, false});
        hub.pots.push_back(std::move(own));
    }
    return hub;
}

PotLimit limit_in_force(const Desk& desk, std::span<const Running> running, const RegisterPot& pot) {
    for (const auto& each : running)
        if (each.id == pot.id) return each.limit;
    const auto* rule = rule_of(desk.settings.limits, pot.id.key);
    return rule ? PotLimit{rule->limit.cost, rule->limit.worth} : pot.limit;
}

// What the copy may have spent is out for good. Of the running periods that is all: the hub that granted it
// is in the same folder, and as old.
void presume_spent(const Desk& desk, ports::Rights& after, const RegisterBook& before,
                   std::span<const Running> running) {
    for (const auto& pot : before.pots) {
        const auto gone = pot.promised - pot.figures.returned;
        if (gone != Amount{}) after.presumed[pot.id] += gone;
    }
    const auto today = money_day(desk);
    for (const auto& pot : after.book.pots) {
        const auto span = span_of(pot.id.period);
        if (!span || today < span->first || span->last < today) continue;
        const auto limit = limit_in_force(desk, running, pot);
        auto& all = after.presumed[pot.id];
        all = greatest(all, {limit.cost, limit.worth.value_or(all.worth)});
        if (all == Amount{}) after.presumed.erase(pot.id);
    }
}

void give_up_what_is_too_much(const HubBook& hub, RegisterBook& book, const PotId& id) {
    const auto* pot = find(hub, id);
    const auto gone = pot->lost + out(*pot);
    give_up(book, id, greatest({}, gone - Amount{pot->limit.cost, pot->limit.worth.value_or(gone.worth)}));
}

Result<> open_all(Desk& desk, std::span<const Running> running, ports::Rights& rights) {
    for (const auto& each : running) {
        const auto presumed = presumed_spent(desk, rights, each.id, each.limit);
        if (!presumed) return fail(presumed.error());
        if (!open_pot(rights.book, each.id))
            return fail(ErrorKind::refused, "The period " + each.id.period +
                                                " is over for good on this register. Set its clock right, or "
                                                "choose an option that costs nothing.");
        if (*presumed != Amount{}) rights.presumed[each.id] = *presumed;
    }
    return {};
}

// One exchange with itself. Answers whether it goes on in a new epoch.
Result<bool> serve_once(Desk& desk, std::span<const ChargedPot> pots) {
    const auto running = running_of(desk, pots);
    if (!running) return fail(running.error());
    const auto before = load_rights(desk, pots);
    if (!before) return fail(before.error());
    const auto head = desk.store.head();
    if (!head) return fail(head.error());

    auto after = *before;
    forget_old_periods(desk, after.book);
    MAKEGOOD_TRY(open_all(desk, *running, after));
    auto hub = own_hub(after, *running, *head);
    std::vector<Want> wants;
    for (const auto& each : *running) wants.push_back({each.id, as_much_as_is_fair, {}});
    const Alone alone{{head->sequence, head->hash},
                      [&](std::uint64_t) { return head->hash; },
                      [&] { return draw(desk.random); },
                      {},
                      {}};
    const auto heard = serve_itself(hub, after.book, wants, alone);
    MAKEGOOD_CHECK(heard);
    const bool renewed = *heard == Heard::renewed;
    if (renewed) {
        // Before the epoch is, so that it is never without.
        MAKEGOOD_TRY(note_copy(desk, money_day(desk)));
        presume_spent(desk, after, before->book, *running);
    }
    for (const auto& each : *running)
        if (!renewed) give_up_what_is_too_much(hub, after.book, each.id);
    MAKEGOOD_TRY(commit_rights(desk, *before, after, "own-hub"));
    return renewed;
}

}  // namespace

Result<> serve_itself_here(Desk& desk, std::span<const ChargedPot> pots) {
    const auto renewed = serve_once(desk, pots);
    if (!renewed) return fail(renewed.error());
    if (!*renewed) return {};
    const auto again = serve_once(desk, pots);
    if (!again) return fail(again.error());
    return {};
}

Error no_budget_is_set() {
    return {ErrorKind::refused,
            "No budget is set for this shop. Set one: makegood budget set --limit AMOUNT --per day.",
            {}};
}

}  // namespace makegood::service
