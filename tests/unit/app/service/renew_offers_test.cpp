#include "app/service/renew_offers.hpp"

#include <catch2/catch.hpp>

#include "app/service/give.hpp"
#include "app/service/hub_membership.hpp"
#include "app/service/spending.hpp"
#include "app/service/who_may.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using tests::World;

void set_limit(World& world, std::int64_t minor) {
    core::budget::Limit limit;
    limit.cost = Money::minor(minor);
    REQUIRE(set_budget(world.desk(), limit, console()));
}

Reported report_missing(World& world) {
    const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk);
    REQUIRE(reported);
    return *reported;
}

}  // namespace

TEST_CASE("money that comes brings the cards that it pays for, and those that stand keep their places") {
    World world;
    set_limit(world, 1);
    const auto poor = report_missing(world);
    REQUIRE(poor.cards.size() < 3);
    const auto same = renew_offers(world.desk(), poor.incident, world.clerk);
    REQUIRE(same);
    CHECK(same->cards == poor.cards);
    CHECK(same->note == poor.note);
    const auto before = world.desk().store.head()->sequence;
    set_limit(world, 5000);
    const auto rich = renew_offers(world.desk(), poor.incident, world.clerk);
    REQUIRE(rich);
    CHECK(rich->cards.size() == 3);
    CHECK(rich->note != poor.note);
    CHECK(rich->incident == poor.incident);
    CHECK(rich->title == poor.title);
    CHECK(rich->free.size() == poor.free.size());
    CHECK(world.desk().store.head()->sequence > before);
    world.reopen();
    CHECK(world.trouble_in_the_books() == "");
    CHECK(give(world.desk(), rich->cards.front().id, world.clerk));
    SECTION("a case that is closed stays so") {
        const auto closed = renew_offers(world.desk(), poor.incident, world.clerk);
        REQUIRE_FALSE(closed);
        CHECK(closed.error().kind == ErrorKind::refused);
    }
}

TEST_CASE("where nothing was left out, nothing is written") {
    World world;
    const auto full = report_missing(world);
    REQUIRE(full.cards.size() == 3);
    const auto before = world.desk().store.head()->sequence;
    const auto again = renew_offers(world.desk(), full.incident, world.clerk);
    REQUIRE(again);
    REQUIRE(again->cards.size() == full.cards.size());
    for (std::size_t i = 0; i < full.cards.size(); ++i) CHECK(again->cards[i].id == full.cards[i].id);
    CHECK(world.desk().store.head()->sequence == before);
    CHECK_FALSE(renew_offers(world.desk(), full.incident, PersonId("p-nobody")));
}

TEST_CASE("only the owner joins a register to a hub") {
    World world;
    CHECK(may_join_hub(world.desk(), console()));
    for (const auto& by : {world.clerk, world.manager, PersonId()}) {
        INFO(by.text());
        const auto may = may_join_hub(world.desk(), by);
        REQUIRE_FALSE(may);
        CHECK(may.error().kind == ErrorKind::refused);
    }
}

}  // namespace makegood::service
