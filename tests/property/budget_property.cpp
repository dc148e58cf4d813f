#include <catch2/catch.hpp>

#include "app/core/budget/budget.hpp"
#include "tests/property/held.hpp"
#include "tests/property/random_shop.hpp"

using namespace makegood;
using core::budget::Period;
using tests::cents;
using tests::holds;

namespace {

struct Reservation {
    Money cost, worth;
};

// What a bookkeeper who never forgets would have: all reservations one by one, and what was spent.
struct Books {
    std::vector<Reservation> open;
    Money spent_cost, spent_worth;
    Money reserved_cost() const {
        Money sum;
        for (const auto& each : open) sum += each.cost;
        return sum;
    }
    Money reserved_worth() const {
        Money sum;
        for (const auto& each : open) sum += each.worth;
        return sum;
    }
};

Reservation take_one(Books& books) {
    const auto at = *rc::gen::inRange<std::size_t>(0, books.open.size());
    const auto taken = books.open[at];
    books.open.erase(books.open.begin() + static_cast<std::ptrdiff_t>(at));
    return taken;
}

void reserve_something(Period& period, Books& books, const Currency& currency) {
    const Reservation wish{cents(0, 400), cents(0, 600)};
    const auto before = period;
    const bool room = books.reserved_cost() + books.spent_cost + wish.cost <= period.limit.cost;
    const bool worth_room =
        !period.limit.worth || books.reserved_worth() + books.spent_worth + wish.worth <= *period.limit.worth;
    const auto after = core::budget::reserve(period, wish.cost, wish.worth, currency);
    if (after) {
        RC_ASSERT((room || wish.cost == Money{}) && (worth_room || wish.worth == Money{}));
        period = *after;
        books.open.push_back(wish);
    } else {
        RC_ASSERT(!room || !worth_room);
        RC_ASSERT(period == before);
        RC_ASSERT(!after.error().sentence.empty());
    }
}

void settle_one(Period& period, Books& books) {
    const auto taken = take_one(books);
    const Money cost = cents(0, taken.cost.minor()), worth = cents(0, taken.worth.minor());
    period = core::budget::settle(period, taken.cost, taken.worth, cost, worth);
    books.spent_cost += cost;
    books.spent_worth += worth;
}

void step(Period& period, Books& books, const Currency& currency) {
    const int what = *rc::gen::inRange(0, 8);
    if (what < 4 || books.open.empty()) return reserve_something(period, books, currency);
    if (what < 6) return settle_one(period, books);
    const auto taken = take_one(books);
    period = core::budget::release(period, taken.cost, taken.worth);
}

void agree(const Period& period, const Books& books) {
    RC_ASSERT(period.reserved_cost == books.reserved_cost());
    RC_ASSERT(period.reserved_worth == books.reserved_worth());
    RC_ASSERT(period.spent_cost == books.spent_cost);
    RC_ASSERT(period.spent_worth == books.spent_worth);
}

}  // namespace

TEST_CASE("Whatever is reserved, released and settled, no period is overspent and no cent is lost") {
    const auto currency = *Currency::from_code("USD");
    holds("budget", [&] {
        Period period;
        period.limit.cost = cents(0, 2000);
        if (tests::sometimes(2)) period.limit.worth = cents(0, 3000);
        Books books;
        for (int left = *rc::gen::inRange(0, 60); left > 0; --left) {
            step(period, books, currency);
            agree(period, books);
            RC_ASSERT(period.reserved_cost + period.spent_cost <= period.limit.cost);
            if (period.limit.worth)
                RC_ASSERT(period.reserved_worth + period.spent_worth <= *period.limit.worth);
        }
        while (!books.open.empty()) {
            const auto taken = take_one(books);
            period = core::budget::release(period, taken.cost, taken.worth);
        }
        RC_ASSERT(period.reserved_cost == Money{});
        RC_ASSERT(period.available_cost() == period.limit.cost - period.spent_cost);
    });
}

TEST_CASE("A limit lowered and raised again at will never lets anything through above it") {
    const auto currency = *Currency::from_code("JPY");
    holds("budget under a moving limit", [&] {
        Period period;
        Books books;
        for (int left = *rc::gen::inRange(0, 60); left > 0; --left) {
            if (tests::sometimes(4)) period.limit.cost = cents(0, 2000);
            const Money out = period.reserved_cost + period.spent_cost;
            step(period, books, currency);
            const Money now = period.reserved_cost + period.spent_cost;
            RC_ASSERT(now <= period.limit.cost || now <= out);
            agree(period, books);
        }
    });
}

TEST_CASE("Names of periods sort like their days") {
    using namespace core::budget;
    holds("period names", [] {
        const auto day = std::chrono::sys_days{std::chrono::days{*rc::gen::inRange(0, 40'000)}};
        const auto later = day + std::chrono::days{*rc::gen::inRange(0, 800)};
        for (const auto kind : {PeriodKind::day, PeriodKind::week, PeriodKind::month}) {
            const auto first = period_of(kind, CivilDate{day}), second = period_of(kind, CivilDate{later});
            RC_ASSERT(first <= second);
            if (kind == PeriodKind::week && later - day >= std::chrono::days{7}) RC_ASSERT(first < second);
        }
    });
}
