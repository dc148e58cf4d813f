#include "db/terminal/rights_state.hpp"

#include <algorithm>
#include <map>

#include "db/terminal/columns.hpp"
#include "db/terminal/contradiction.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/taken_text.hpp"

namespace makegood::db::terminal {
namespace {

using core::budget::Amount;
using core::budget::PotId;
using core::budget::RegisterBook;
using core::budget::Taken;

constexpr std::int64_t most_uncounted = 32;

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

core::budget::RegisterPot* find(RegisterBook& book, std::string_view key, std::string_view period) {
    using Words = std::pair<std::string_view, std::string_view>;
    const Words wanted(key, period);
    const auto words_of = [](const core::budget::RegisterPot& pot) {
        return Words(pot.id.key, pot.id.period);
    };
    const auto place = std::lower_bound(book.pots.begin(), book.pots.end(), wanted,
                                        [&](const auto& pot, const Words& id) { return words_of(pot) < id; });
    return place != book.pots.end() && words_of(*place) == wanted ? &*place : nullptr;
}

void add(RegisterBook& book, const core::budget::RegisterPot& pot) {
    if (core::budget::open_pot(book, pot.id)) *find(book, pot.id.key, pot.id.period) = pot;
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
    add_uncounted(rights.book);
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
        const auto found = row(id);
        if (!found) continue;
        add(rights.book, found->pot);
        if (found->presumed != Amount{}) rights.presumed[id] = found->presumed;
    }
    add_uncounted(rights.book);
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

template <class Do>
std::int64_t RightsState::for_uncounted(Do&& with) {
    auto rows = connection_.query(
        "SELECT taken FROM recoveries WHERE place > (SELECT counted FROM rights_book) AND taken IS NOT NULL");
    std::int64_t recoveries = 0;
    for (; rows.step(); ++recoveries) {
        TakenReader taken(rows.take_view());
        while (const auto charge = taken.next()) with(*charge);
    }
    return recoveries;
}

std::int64_t RightsState::add_uncounted(RegisterBook& book) {
    return for_uncounted([&](const ChargeText& charge) {
        auto* pot = find(book, charge.key, charge.period);
        if (pot == nullptr) return;
        if (!core::budget::within(charge.amount, core::budget::held(pot->figures)))
            throw Contradiction("took rights that this register did not hold");
        pot->figures.used += charge.amount;
    });
}

void RightsState::count() {
    std::map<PotId, Amount> used;
    const auto recoveries = for_uncounted([&](const ChargeText& charge) {
        used[{std::string(charge.key), std::string(charge.period)}] += charge.amount;
    });
    uncounted_ = 0;
    if (recoveries == 0) return;
    for (const auto& [pot, amount] : used) {
        auto add = connection_.query(
            "UPDATE rights SET used_cost = used_cost + ?3, used_worth = used_worth + ?4 WHERE key = ?1 AND "
            "period = ?2");
        put_all(add, pot.key, pot.period, amount.cost, amount.worth);
        must_be_one(add.run(), "spent rights that this register never held");
    }
    connection_.query("UPDATE rights_book SET counted = (SELECT max(place) FROM recoveries)").run();
}

void RightsState::put(std::int64_t place, const ports::RightsChanged& event) {
    count();
    forget();
    auto upsert = connection_.query(
        "INSERT INTO rights_book (only, epoch, hub_epoch, frozen, counted) VALUES (1, ?1, ?2, ?3, ?4) ON "
        "CONFLICT (only) DO UPDATE SET epoch = ?1, hub_epoch = ?2, frozen = ?3, counted = ?4");
    put_all(upsert, event.epoch, event.hub_epoch, event.frozen, place).run();
    for (const auto& period : event.forgotten) {
        auto gone = connection_.query("DELETE FROM rights WHERE period = ?");
        put_all(gone, period).run();
        auto remember = connection_.query("INSERT INTO rights_forgotten (period) VALUES (?)");
        put_all(remember, period).run();
    }
    for (const auto& row : event.pots) {
        if (!core::budget::sound(row.pot.figures)) throw Contradiction("holds rights that nobody can hold");
        put(row);
    }
}

void RightsState::know_pots_of(const Taken& taken) {
    if (!known_) known_ = book();
    RegisterBook found{.epoch = known_->epoch, .hub_epoch = known_->hub_epoch};
    for (const auto& charge : taken.charges) {
        if (core::budget::find(*known_, charge.pot)) continue;
        if (const auto stored = row(charge.pot)) add(found, stored->pot);
    }
    if (found.pots.empty()) return;
    uncounted_ = add_uncounted(found);
    for (const auto& pot : found.pots) add(*known_, pot);
}

void RightsState::take(const Taken& taken) {
    if (taken.charges.empty()) return;
    know_pots_of(taken);
    const auto again = core::budget::take(*known_, taken.charges);
    if (!again || *again != taken) throw Contradiction("spends rights that this register does not hold");
    if (uncounted_ >= most_uncounted) count();
    ++uncounted_;
}

template <class Change>
void RightsState::change_pots_of(const Taken& taken, Change&& change) {
    if (taken.charges.empty()) return;
    count();
    forget();
    auto small = book();
    std::vector<ports::RightsRow> before;
    for (const auto& charge : taken.charges) {
        auto found = row(charge.pot);
        if (!found) continue;
        add(small, found->pot);
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

}  // namespace makegood::db::terminal
