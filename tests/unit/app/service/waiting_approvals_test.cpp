#include "app/service/waiting_approvals.hpp"

#include <catch2/catch.hpp>

#include "app/service/add_person.hpp"
#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using ports::Role;
using tests::World;

// A clerk gives one dollar alone; the card of the World costs $4.10.
struct Shop {
    Shop() {
        world.desk().settings.authority.clerk.cost = Money::minor(100);
        const auto added = add_person(world.desk(), {"Sam Ito", "", "274193", Role::supervisor}, console());
        REQUIRE(added);
        supervisor = added->person.id;
    }
    OfferId card() {
        const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk);
        REQUIRE(reported);
        incident = reported->incident;
        return reported->cards.front().id;
    }
    std::vector<WaitingApproval> waiting() {
        const auto all = waiting_approvals(world.desk());
        REQUIRE(all);
        return *all;
    }
    World world;
    PersonId supervisor;
    IncidentId incident;
};

TEST_CASE("what waits for a signature is there until somebody signs") {
    Shop shop;
    const auto card = shop.card();
    CHECK(shop.waiting().empty());
    REQUIRE(ask_approval(shop.world.desk(), card, shop.world.clerk));
    REQUIRE(ask_approval(shop.world.desk(), card, shop.world.clerk));
    shop.world.reopen();
    shop.world.desk().settings.authority.clerk.cost = Money::minor(100);
    const auto all = shop.waiting();
    REQUIRE(all.size() == 1);
    CHECK(all[0].offer == card);
    CHECK(all[0].asked_by == shop.world.clerk);
    CHECK(all[0].cost == Money::minor(410));
    CHECK(all[0].cause == "Coconut oil 400 ml");
    CHECK(*count_waiting(shop.world.desk()) == 1);
    CHECK(show_budget(shop.world.desk())->reserved_cost == Money{});  // no money is held for it

    REQUIRE(give(shop.world.desk(), card, shop.world.clerk, Approval{shop.supervisor, "274193", "again"}));
    CHECK(shop.waiting().empty());
    CHECK(*count_waiting(shop.world.desk()) == 0);
    CHECK(shop.world.trouble_in_the_books().empty());
}

TEST_CASE("whoever could sign for it may say no, and the case is closed") {
    Shop shop;
    const auto card = shop.card();
    REQUIRE(ask_approval(shop.world.desk(), card, shop.world.clerk));
    const auto own = turn_down(shop.world.desk(), card, shop.world.clerk);
    REQUIRE_FALSE(own);
    CHECK(own.error().kind == ErrorKind::needs_approval);
    CHECK(shop.waiting().size() == 1);
    REQUIRE(turn_down(shop.world.desk(), card, shop.supervisor));
    CHECK(shop.waiting().empty());
    CHECK_FALSE((*shop.world.desk().store.incident(shop.incident))->open);
    CHECK_FALSE(
        give(shop.world.desk(), card, shop.world.clerk, Approval{shop.supervisor, "274193", "again"}));
}

TEST_CASE("nothing waits that can be given, is closed or never was") {
    Shop shop;
    const auto card = shop.card();
    CHECK(ask_approval(shop.world.desk(), card, shop.supervisor).error().kind == ErrorKind::refused);
    CHECK(ask_approval(shop.world.desk(), OfferId("o1-999.1"), shop.world.clerk).error().kind ==
          ErrorKind::not_found);
    REQUIRE(ask_approval(shop.world.desk(), card, shop.world.clerk));
    REQUIRE(close_incident(shop.world.desk(), shop.incident, "left", shop.world.clerk));
    CHECK(shop.waiting().empty());
    CHECK(ask_approval(shop.world.desk(), card, shop.world.clerk).error().kind == ErrorKind::refused);
}

TEST_CASE("a list that somebody spoiled is read as far as it goes") {
    Shop shop;
    const auto card = shop.card();
    REQUIRE(ask_approval(shop.world.desk(), card, shop.world.clerk));
    const auto good = *shop.world.desk().store.setting("approvals.waiting");
    for (const std::string bad : {"x", "o1-1.1 p1 yesterday\n", "a b c\nd\n"}) {
        REQUIRE(shop.world.desk().store.set_setting("approvals.waiting", good + bad));
        CHECK(shop.waiting().size() == 1);
    }
}

}  // namespace
}  // namespace makegood::service
