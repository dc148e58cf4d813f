#include "app/core/budget/rights_alone.hpp"

#include "tests/unit/app/core/budget/two_sides.hpp"

using namespace makegood;
using namespace makegood::tests;

namespace {

struct LoneShop {
    Register till{"r1"};
    Hub hub{1000};
    LoneShop() { enrol(hub.book, till.book.device); }
    tl::expected<Heard, HubRefusal> serve(std::int64_t want) {
        const Want wants[] = {{store, cents(want)}};
        const Alone alone{till.at(),
                          [&](std::uint64_t at) { return till.hash_at(at); },
                          [&] { return hub.draw(); },
                          {},
                          {}};
        const auto heard = serve_itself(hub.book, till.book, wants, alone);
        if (heard == Heard::renewed) till.journal.clear();
        if (heard) till.write("served" + std::to_string(hub.draw()));
        return heard;
    }
};

}  // namespace

TEST_CASE("A lone register has the whole budget, to the last cent") {
    LoneShop shop;
    REQUIRE(shop.serve(as_much_as_is_fair.cost.minor()) == Heard::taken_in);
    CHECK(shop.till.held_now() == cents(1000));
    REQUIRE(shop.till.give(1000));
    REQUIRE(shop.serve(1) == Heard::taken_in);
    CHECK_FALSE(shop.till.give(1));
    set_limit(shop.hub.book, store, limit_of(1001));
    REQUIRE(shop.serve(5) == Heard::taken_in);
    CHECK(shop.till.give(1));
    CHECK_FALSE(shop.till.give(1));
}

TEST_CASE("A lone register that was put back begins anew, and its money stays spent") {
    LoneShop shop;
    REQUIRE(shop.serve(400) == Heard::taken_in);
    REQUIRE_FALSE(start(shop.till.book, 9, 10));
    REQUIRE(shop.serve(400) == Heard::renewed);
    REQUIRE(shop.serve(700) == Heard::taken_in);
    CHECK(shop.till.held_now() == cents(600));
}

TEST_CASE("A lone register whose hub does not know it says so") {
    LoneShop shop;
    shop.hub.book.devices.clear();
    CHECK(shop.serve(1).error() == HubRefusal::unknown_device);
    LoneShop other;
    other.till.book.hub_epoch = 2;
    CHECK(other.serve(1).error() == HubRefusal::other_hub);
}
