// Registers that were put back from an older copy, and copies that go on beside the original.
#include "tests/unit/app/core/budget/two_sides.hpp"

using namespace makegood;
using namespace makegood::tests;

namespace {

struct Shop {
    Register till{"r1"};
    Hub hub{1000};
    Shop() {
        enrol(hub.book, till.book.device);
        get(till, hub, 300);
    }
    Register copy() const {
        auto made = till;
        hang_up(made.exchange);
        return made;
    }
};

void check_found(Register& till, Hub& hub, const Amount& presumed) {
    knock_at(till, hub);
    CHECK(ask(till, hub) == Heard::renewed);
    CHECK(till.book.epoch == 2);
    CHECK(till.held_now() == cents(0));
    CHECK(presumed_spent(hub.book, hub.pot()) == presumed);
    get(till, hub, 100);
    CHECK(till.held_now() == cents(100));
}

}  // namespace

TEST_CASE("A register that fell behind what the hub has seen is found") {
    Shop shop;
    auto old = shop.copy();
    REQUIRE(shop.till.give(100));
    REQUIRE(ask(shop.till, shop.hub) == Heard::taken_in);
    check_found(old, shop.hub, cents(300));
}

TEST_CASE("A copy with another entry at the same sequence is found, and so is one that is ahead") {
    for (const int more : {0, 1, 5}) {
        INFO(more);
        Shop shop;
        auto copy = shop.copy();
        REQUIRE(shop.till.give(100));
        REQUIRE(ask(shop.till, shop.hub) == Heard::taken_in);
        REQUIRE(copy.give(50));
        for (int at = 0; at < more; ++at) REQUIRE(copy.give(1));
        check_found(copy, shop.hub, cents(300));
    }
}

TEST_CASE("Of two copies that go on, the second is found at its first Hello, and then the first") {
    Shop shop;
    auto copy = shop.copy();
    REQUIRE(copy.give(300));
    knock_at(copy, shop.hub);
    REQUIRE(ask(copy, shop.hub) == Heard::taken_in);
    REQUIRE(shop.till.give(300));  // what it held when the copy was made, and not more
    CHECK_FALSE(shop.till.give(1));
    check_found(shop.till, shop.hub, cents(300));
    knock_at(copy, shop.hub);
    REQUIRE(ask(copy, shop.hub) == Heard::renewed);
    CHECK(copy.book.epoch == 3);
}

TEST_CASE("Figures that went back are found even where the journal fits") {
    Shop shop;
    REQUIRE(shop.till.give(100));
    REQUIRE(ask(shop.till, shop.hub) == Heard::taken_in);
    auto told = shop.till.say(1);
    told.pots[0].figures.used = cents(99);
    CHECK(shop.hub.answer(told)->renewed);
}

TEST_CASE("A register whose marker did not fit begins anew, whatever its journal says") {
    Shop shop;
    REQUIRE_FALSE(start(shop.till.book, 77, 78));
    hang_up(shop.till.exchange);
    check_found(shop.till, shop.hub, cents(300));
    CHECK_FALSE(shop.till.book.frozen);
}

TEST_CASE("An Answer that was lost does not begin one epoch after another") {
    Shop shop;
    auto old = shop.copy();
    REQUIRE(shop.till.give(100));
    REQUIRE(ask(shop.till, shop.hub) == Heard::taken_in);
    for (int lost = 0; lost < 5; ++lost) {
        knock_at(old, shop.hub);
        CHECK(shop.hub.answer(old.say(shop.hub.draw()))->epoch == 2);
    }
    CHECK(find(shop.hub.book, old.book.device)->renewals == 1);
    check_found(old, shop.hub, cents(300));
}

TEST_CASE("Copies that take turns are not given rights without end") {
    Shop shop;
    auto copy = shop.copy();
    Register* both[] = {&copy, &shop.till};
    for (int turn = 0; turn < 8; ++turn) {
        auto& till = *both[turn % 2];
        knock_at(till, shop.hub);
        ask(till, shop.hub, 50);
        ask(till, shop.hub, 50);
    }
    CHECK(find(shop.hub.book, copy.book.device)->renewals >= shop.hub.rules.renewals_before_doubt);
    const auto gone = out(shop.hub.pot());
    CHECK(within(gone, cents(600)));
    knock_at(copy, shop.hub);
    REQUIRE(ask(copy, shop.hub) == Heard::renewed);
    get(copy, shop.hub, 50);
    CHECK(out(shop.hub.pot()) == gone);
    trust(shop.hub.book, copy.book.device);
    get(copy, shop.hub, 50);
    CHECK(out(shop.hub.pot()) == gone + cents(50));
}

TEST_CASE("Presumed spent ends by the owner's act or by the journal that was found") {
    Shop shop;
    auto old = shop.copy();
    const auto device = old.book.device;
    REQUIRE(shop.till.give(100));
    REQUIRE(ask(shop.till, shop.hub) == Heard::taken_in);
    CHECK_FALSE(write_off(shop.hub.book, store, device, 1));  // that epoch goes on
    CHECK_FALSE(settle(shop.hub.book, store, device, 1, cents(100)));
    knock_at(old, shop.hub);
    REQUIRE(ask(old, shop.hub) == Heard::renewed);
    SECTION("written off: settled as spent, no money comes back") {
        CHECK(write_off(shop.hub.book, store, device, 1));
        CHECK(presumed_spent(shop.hub.book, shop.hub.pot()) == cents(0));
        CHECK(free_amount(shop.hub.pot()) == cents(700));
    }
    SECTION("found: what was not spent comes back") {
        CHECK_FALSE(settle(shop.hub.book, store, device, 1, cents(301)));
        CHECK(settle(shop.hub.book, store, device, 1, cents(120)));
        CHECK(presumed_spent(shop.hub.book, shop.hub.pot()) == cents(120));
        CHECK(free_amount(shop.hub.pot()) == cents(880));
        CHECK(used(shop.hub.pot()) == cents(120));
    }
    CHECK_FALSE(write_off(shop.hub.book, store, device, 7));
    CHECK_FALSE(write_off(shop.hub.book, anna, device, 1));
}
