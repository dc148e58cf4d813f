#include "tests/unit/app/core/budget/two_sides.hpp"

using namespace makegood;
using namespace makegood::tests;

namespace {

RegisterBook book_with(std::int64_t store_cents, std::int64_t anna_cents) {
    RegisterBook book;
    for (const auto& [pot, amount] : {std::pair{store, store_cents}, std::pair{anna, anna_cents}}) {
        open_pot(book, pot);
        for (auto& each : book.pots)
            if (each.id == pot) each.figures.granted = each.promised = cents(amount);
    }
    return book;
}

Amount left_in(const RegisterBook& book, const PotId& pot) {
    return held(find(book, pot)->figures);
}

}  // namespace

TEST_CASE("A gesture takes from all its pots or from none, and the answer names the pot") {
    struct Case {
        const char* what;
        std::vector<Charge> charges;
        std::optional<Shortage> shortage;
    };
    const PotId other{"kind:voucher", "2026-11-22"}, tomorrow{"store", "2026-11-23"};
    const Case cases[] = {
        {"nothing at all", {}, {}},
        {"to the last cent", {{store, cents(100)}, {anna, cents(40)}}, {}},
        {"one cent too much for the second",
         {{store, cents(41)}, {anna, cents(41)}},
         Shortage{anna, ShortOf::cost, cents(40)}},
        {"one cent too much for the first",
         {{store, cents(101)}, {anna, cents(1)}},
         Shortage{store, ShortOf::cost, cents(100)}},
        {"a pot that was never asked for",
         {{store, cents(1)}, {other, cents(1)}},
         Shortage{other, ShortOf::unknown_pot, {}}},
        {"the money of another day", {{tomorrow, cents(1)}}, Shortage{tomorrow, ShortOf::unknown_pot, {}}},
        {"nothing of a pot that is not there", {{other, cents(0)}}, {}},
        {"twice from one pot, together too much",
         {{store, cents(60)}, {store, cents(60)}},
         Shortage{store, ShortOf::cost, cents(40)}},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        auto book = book_with(100, 40);
        const auto before = book;
        const auto taken = take(book, each.charges);
        CHECK(taken.has_value() == !each.shortage);
        if (!taken) CHECK(taken.error() == *each.shortage);
        if (!taken) CHECK(book == before);
    }
}

TEST_CASE("Worth is counted only where the limit has one") {
    const Charge charges[] = {{store, cents(10, 30)}};
    auto book = book_with(100, 0);
    CHECK(take(book, charges)->charges[0].amount == cents(10));
    for (auto& pot : book.pots) pot.limit.worth = Money::minor(500);
    CHECK(take(book, charges).error() == Shortage{store, ShortOf::worth, cents(90)});
    for (auto& pot : book.pots) pot.figures.granted.worth = pot.promised.worth = Money::minor(30);
    CHECK(take(book, charges)->charges[0].amount == cents(10, 30));
    CHECK(left_in(book, store) == cents(80));
}

TEST_CASE("What is undone can be spent again at once, what is released once the hub has seen it") {
    auto book = book_with(100, 0);
    const Charge charges[] = {{store, cents(100)}};
    const auto first = take(book, charges);
    REQUIRE_FALSE(take(book, charges));
    undo(book, *first);
    CHECK_FALSE(waits_for_hello(book));
    const auto second = take(book, charges);
    REQUIRE(second);
    release(book, *second);
    CHECK(waits_for_hello(book));
    CHECK(left_in(book, store) == cents(0));
}

TEST_CASE("What was taken in an earlier epoch does not come back") {
    Register till("r1");
    Hub hub(1000);
    enrol(hub.book, till.book.device);
    get(till, hub, 100);
    const Charge charges[] = {{store, cents(50)}};
    const auto taken = take(till.book, charges);
    REQUIRE(start(till.book, 5, 6) == false);
    knock_at(till, hub);
    REQUIRE(ask(till, hub) == Heard::renewed);
    get(till, hub, 100);
    REQUIRE(till.book.epoch == 2);
    const auto before = till.book;
    undo(till.book, *taken);
    release(till.book, *taken);
    CHECK(till.book == before);
}

TEST_CASE("A register gives up what it holds and no more") {
    auto book = book_with(100, 0);
    CHECK(give_up(book, store, cents(30)) == cents(30));
    CHECK(give_up(book, store, cents(100)) == cents(70));
    CHECK(give_up(book, store, cents(1)) == cents(0));
    CHECK(give_up(book, {"store", "2026-11-23"}, cents(1)) == cents(0));
    CHECK(give_up(book, store, cents(-5)) == cents(0));
}

TEST_CASE("The boot marker tells a book that was put back") {
    struct Case {
        const char* what;
        BootMarker marker;
        std::optional<std::uint64_t> outside;
        bool fits;
    };
    const Case cases[] = {
        {"the first start", {0, 0}, {}, true},
        {"the next one", {7, 3}, 7, true},
        {"the power went before the file was written", {7, 3}, 3, true},
        {"and so at the first start", {7, 0}, {}, true},
        {"a book of one start ago", {7, 3}, 9, false},
        {"the file is gone, or the book on another machine", {7, 3}, {}, false},
        {"a fresh book beside an old file", {0, 0}, 9, false},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        RegisterBook book;
        book.marker = each.marker;
        CHECK(start(book, each.outside, 11) == each.fits);
        CHECK(book.frozen == !each.fits);
        CHECK(book.marker.now == 11);
        CHECK(start(book, 11, 12) == each.fits);  // another start does not thaw it
    }
}

TEST_CASE("A register whose marker did not fit spends nothing") {
    auto book = book_with(100, 0);
    book.frozen = true;
    const Charge charges[] = {{store, cents(1)}}, nothing[] = {{store, cents(0)}};
    CHECK(take(book, charges).error() == Shortage{store, ShortOf::frozen, cents(100)});
    CHECK(take(book, nothing));
    CHECK(give_up(book, store, cents(1)) == cents(0));
}

TEST_CASE("A forgotten period does not begin again") {
    auto book = book_with(100, 40);
    forget_period(book, "2026-11-22");
    CHECK(book.pots.empty());
    CHECK_FALSE(open_pot(book, store));
    CHECK(open_pot(book, {"store", "2026-11-23"}));
    Register till("r1");
    Hub hub(1000);
    enrol(hub.book, till.book.device);
    get(till, hub, 100);
    forget_period(till.book, store.period);
    REQUIRE(ask(till, hub) == Heard::taken_in);
    CHECK(till.book.pots.empty());
}
