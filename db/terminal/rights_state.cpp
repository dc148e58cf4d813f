#include "db/terminal/rights_state.hpp"

#include "db/terminal/columns.hpp"
#include "db/terminal/contradiction.hpp"
#include "db/terminal/rows.hpp"

namespace makegood::db::terminal {
namespace {

using core::budget::Amount;
using core::budget::RegisterBook;
using core::budget::Taken;

#define RIGHTS_COLUMNS                                                                                   \
    "key, period, limit_cost, limit_worth, granted_cost, granted_worth, returned_cost, returned_worth, " \
    "used_cost, used_worth, freed_cost, freed_worth, promised_cost, promised_worth, released_cost, "     \
    "released_worth, presumed_cost, presumed_worth"

void take_amount(engine::Query& row, Amount& amount) {
    take_all(row, amount.cost, amount.worth);
}

void put_amount(engine::Query& query, const Amount& amount) {
    put_all(query, amount.cost, amount.worth);
}

ports::RightsRow take_row(engine::Query& query) {
    ports::RightsRow row;
    auto& pot = row.pot;
    take_all(query, pot.id.key, pot.id.period, pot.limit.cost, pot.limit.worth);
    for (auto* amount : {&pot.figures.granted, &pot.figures.returned, &pot.figures.used, &pot.figures.freed,
                         &pot.promised, &pot.released, &row.presumed})
        take_amount(query, *amount);
    return row;
}

// A copy of the column can be edited; what it says more than was used must not reach the books.
void must_have_used(const RegisterBook& book, const Taken& taken) {
    if (taken.epoch != book.epoch || taken.hub_epoch != book.hub_epoch) return;
    for (const auto& charge : taken.charges) {
        const auto* pot = core::budget::find(book, charge.pot);
        if (pot && !core::budget::within(pot->released + charge.amount, pot->figures.used))
            throw Contradiction("frees rights that were not spent");
    }
}

}  // namespace

RegisterBook RightsState::book() {
    RegisterBook book;
    auto row = connection_.query("SELECT epoch, hub_epoch, frozen FROM rights_book");
    if (row.step()) take_all(row, book.epoch, book.hub_epoch, book.frozen);
    return book;
}

ports::Rights RightsState::load() {
    ports::Rights rights{book(), {}};
    auto rows = connection_.query("SELECT " RIGHTS_COLUMNS " FROM rights ORDER BY key, period");
    while (rows.step()) {
        auto row = take_row(rows);
        if (row.presumed != Amount{}) rights.presumed[row.pot.id] = row.presumed;
        rights.book.pots.push_back(std::move(row.pot));
    }
    auto periods = connection_.query("SELECT period FROM rights_forgotten ORDER BY period");
    while (periods.step()) rights.book.forgotten.add(periods.take_text());
    return rights;
}

ports::Rights RightsState::load(std::span<const core::budget::PotId> pots) {
    ports::Rights rights{book(), {}};
    for (const auto& id : pots) {
        auto forgotten = connection_.query("SELECT 1 FROM rights_forgotten WHERE period = ?");
        put_all(forgotten, id.period);
        if (forgotten.step()) {
            rights.book.forgotten.add(id.period);
            continue;
        }
        auto found = row(id);
        if (!found || !core::budget::open_pot(rights.book, id)) continue;
        for (auto& pot : rights.book.pots)
            if (pot.id == id) pot = found->pot;
        if (found->presumed != Amount{}) rights.presumed[id] = found->presumed;
    }
    return rights;
}

std::optional<ports::RightsRow> RightsState::row(const core::budget::PotId& id) {
    auto query = connection_.query("SELECT " RIGHTS_COLUMNS " FROM rights WHERE key = ? AND period = ?");
    put_all(query, id.key, id.period);
    return one_row(query, take_row);
}

void RightsState::put(const ports::RightsRow& row) {
    const auto& pot = row.pot;
    auto upsert = connection_.query(
        "INSERT INTO rights (" RIGHTS_COLUMNS
        ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
        "?13, ?14, ?15, ?16, ?17, ?18) ON CONFLICT (key, period) DO UPDATE SET limit_cost = ?3, limit_worth "
        "= "
        "?4, granted_cost = ?5, granted_worth = ?6, returned_cost = ?7, returned_worth = ?8, used_cost = ?9, "
        "used_worth = ?10, freed_cost = ?11, freed_worth = ?12, promised_cost = ?13, promised_worth = ?14, "
        "released_cost = ?15, released_worth = ?16, presumed_cost = ?17, presumed_worth = ?18");
    put_all(upsert, pot.id.key, pot.id.period, pot.limit.cost, pot.limit.worth);
    for (const auto* amount : {&pot.figures.granted, &pot.figures.returned, &pot.figures.used,
                               &pot.figures.freed, &pot.promised, &pot.released, &row.presumed})
        put_amount(upsert, *amount);
    upsert.run();
}

void RightsState::put(const ports::RightsChanged& event) {
    auto upsert = connection_.query(
        "INSERT INTO rights_book (only, epoch, hub_epoch, frozen) VALUES (1, ?1, ?2, ?3) ON CONFLICT (only) "
        "DO UPDATE SET epoch = ?1, hub_epoch = ?2, frozen = ?3");
    put_all(upsert, event.epoch, event.hub_epoch, event.frozen).run();
    for (const auto& period : event.forgotten) {
        auto gone = connection_.query("DELETE FROM rights WHERE period = ?");
        put_all(gone, period).run();
        auto forget = connection_.query("INSERT INTO rights_forgotten (period) VALUES (?)");
        put_all(forget, period).run();
    }
    for (const auto& row : event.pots) {
        if (!core::budget::sound(row.pot.figures)) throw Contradiction("holds rights that nobody can hold");
        put(row);
    }
}

// The rows that are concerned, as a small book.
template <class Change>
void RightsState::change_pots_of(const Taken& taken, Change&& change) {
    if (taken.charges.empty()) return;
    auto small = book();
    std::vector<ports::RightsRow> before;
    for (const auto& charge : taken.charges) {
        auto found = row(charge.pot);
        if (!found || !core::budget::open_pot(small, charge.pot)) continue;
        for (auto& pot : small.pots)
            if (pot.id == charge.pot) pot = found->pot;
        before.push_back(std::move(*found));
    }
    change(small);
    for (auto& each : before) {
        const auto* now = core::budget::find(small, each.pot.id);
        if (*now == each.pot) continue;
        each.pot = *now;
        put(each);
    }
}

void RightsState::take(const Taken& taken) {
    change_pots_of(taken, [&](RegisterBook& book) {
        const auto again = core::budget::take(book, taken.charges);
        if (!again || *again != taken) throw Contradiction("spends rights that this register does not hold");
    });
}

void RightsState::undo(const Taken& taken) {
    change_pots_of(taken, [&](RegisterBook& book) {
        must_have_used(book, taken);
        core::budget::undo(book, taken);
    });
}

void RightsState::release(const Taken& taken) {
    change_pots_of(taken, [&](RegisterBook& book) {
        must_have_used(book, taken);
        core::budget::release(book, taken);
    });
}

Taken less(Taken taken, const Amount& amount) {
    for (auto& charge : taken.charges) charge.amount = core::budget::greatest({}, charge.amount - amount);
    return taken;
}

}  // namespace makegood::db::terminal
