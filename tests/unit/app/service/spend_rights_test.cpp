// A register that is its own hub: every give spends from a right, in its own commit.
#include "app/service/spend_rights.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "app/service/at_counter.hpp"
#include "app/service/copied_folder.hpp"
#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "app/service/voucher_use.hpp"
#include "tests/support/seed.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;
using tests::must;

core::recovery::Offer a_card(tests::World& world, bool with_voucher = false) {
    const auto reported = must(report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk));
    for (const auto& card : reported.cards)
        if (card.cost > Money{} && (!with_voucher || card.paper == core::gesture::Paper::voucher))
            return card;
    throw std::runtime_error("no card costs anything");
}

RegisterPot pot(tests::World& world) {
    const auto id = must(pot_now(world.desk()));
    const auto rights = must(world.desk().store.rights());
    const auto* found = find(rights.book, id);
    return found ? *found : RegisterPot{};
}

}  // namespace

TEST_CASE("a lone register grants itself its limit, and each give spends of it") {
    tests::World world;
    const auto card = a_card(world);
    CHECK(pot(world) == RegisterPot{});
    must(give(world.desk(), card.id, world.clerk));
    CHECK(pot(world).figures.granted.cost == Money::minor(5000));
    CHECK(pot(world).figures.used.cost == card.cost);
    world.reopen();
    CHECK(pot(world).figures.used.cost == card.cost);
    CHECK(world.trouble_in_the_books().empty());
}

TEST_CASE("undone by its giver, it may be spent again at once; by another process, once the hub saw it") {
    tests::World world;
    const auto restarted = GENERATE(false, true);
    const auto card = a_card(world);
    const auto given = must(give(world.desk(), card.id, world.clerk));
    if (restarted) world.reopen();
    must(undo(world.desk(), given.recovery, world.clerk));
    CHECK(pot(world).released.cost == card.cost);
    CHECK(pot(world).figures.freed.cost == (restarted ? Money{} : card.cost));
    // Its own hub sees it when it is needed.
    must(set_budget(world.desk(), {PeriodKind::day, card.cost, {}}, world.manager));
    must(give(world.desk(), card.id, world.clerk));
    CHECK(world.trouble_in_the_books().empty());
}

TEST_CASE("a limit that is lowered takes rights back at once, one that is raised gives more") {
    tests::World world;
    const auto card = a_card(world);
    must(give(world.desk(), card.id, world.clerk));
    must(set_budget(world.desk(), {PeriodKind::day, Money::minor(1), {}}, world.manager));
    CHECK(held(pot(world).figures) == Amount{});
    must(set_budget(world.desk(), {PeriodKind::day, card.cost + Money::minor(7), {}}, world.manager));
    CHECK(held(pot(world).figures).cost == Money::minor(7));
    CHECK(world.trouble_in_the_books().empty());
}

TEST_CASE("what was given before counts under another kind of period") {
    tests::World world;
    const auto card = a_card(world);
    must(give(world.desk(), card.id, world.clerk));
    const auto again = a_card(world);
    must(set_budget(world.desk(), {PeriodKind::week, card.cost + again.cost, {}}, world.manager));
    must(give(world.desk(), again.id, world.clerk));
    CHECK(pot(world).id.period == "2026-W47");
    CHECK(held(pot(world).figures) == Amount{});
    CHECK(world.trouble_in_the_books().empty());
}

TEST_CASE("a voided voucher frees what it took, once the hub has seen it") {
    tests::World world;
    const auto card = a_card(world, true);
    const auto given = must(give(world.desk(), card.id, world.clerk));
    const auto before = pot(world);
    REQUIRE(given.voucher);
    must(void_voucher(world.desk(), given.voucher->serial.text(), "lost", world.manager));
    CHECK(pot(world).released ==
          before.released + Amount{card.cost, before.limit.worth ? card.worth : Money{}});
    CHECK(pot(world).figures.freed == before.figures.freed);
}

TEST_CASE("a folder that was put back from a copy spends nothing that the copy may have spent") {
    tests::World world;
    must(renew_rights_marker(world.desk(), std::nullopt));
    const auto card = a_card(world);
    must(give(world.desk(), card.id, world.clerk));
    const auto again = a_card(world);
    must(renew_rights_marker(world.desk(), 12345));
    const auto refused = give(world.desk(), again.id, world.clerk);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::refused);
    const auto rights = must(world.desk().store.rights());
    CHECK(rights.book.epoch == 2);
    CHECK_FALSE(rights.book.frozen);
    CHECK(rights.presumed.begin()->second.cost == Money::minor(5000));
    CHECK(must(copy_warning(world.desk())).find("budget settle") != std::string::npos);
    CHECK(must(current_period(world.desk())).available_cost() == Money{});
    // The owner may give more for this day, and the next one is whole.
    must(set_budget(world.desk(), {PeriodKind::day, Money::minor(5000) + again.cost, {}}, world.manager));
    must(give(world.desk(), again.id, world.clerk));
    CHECK(held(pot(world).figures) == Amount{});
    world.clock.advance(std::chrono::hours(24));
    must(give(world.desk(), a_card(world).id, world.clerk));
    CHECK(pot(world).figures.granted.cost == Money::minor(5000) + again.cost);
    CHECK(must(copy_warning(world.desk())).empty());
    CHECK(world.trouble_in_the_books().empty());
}

TEST_CASE("all of the period counts as spent also in a copy that knows of nothing given") {
    tests::World world;
    must(renew_rights_marker(world.desk(), std::nullopt));
    const auto early = a_card(world);
    must(renew_rights_marker(world.desk(), 12345));
    const auto refused = give(world.desk(), early.id, world.clerk);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::refused);
    SECTION("until the owner says how much it was") {
        const auto period = must(settle_copy(world.desk(), Money::minor(4000), world.manager));
        CHECK(period.available_cost() == Money::minor(1000));
        CHECK(must(copy_warning(world.desk())).empty());
        const auto card = a_card(world);
        must(give(world.desk(), card.id, world.clerk));
        CHECK(must(current_period(world.desk())).available_cost() == Money::minor(1000) - card.cost);
        CHECK(world.trouble_in_the_books().empty());
    }
    SECTION("who is not the owner says nothing") {
        CHECK_FALSE(settle_copy(world.desk(), Money{}, world.clerk));
    }
}

TEST_CASE("nothing is settled where nothing is presumed") {
    tests::World world;
    CHECK_FALSE(settle_copy(world.desk(), Money{}, world.manager));
}

// Starts that stop after each step, in any order: the book was renewed or not, the file was written or not.
TEST_CASE("a start that is cut off anywhere never freezes the folder that was here last") {
    const auto seed = tests::any_seed("cut-off starts");
    std::mt19937 chance(seed);
    tests::World world;
    std::optional<std::uint64_t> file;
    for (int start = 0; start < 200; ++start) {
        INFO("MAKEGOOD_SEED=" << seed << " start " << start);
        const auto fresh = must(renew_rights_marker(world.desk(), file));
        REQUIRE_FALSE(must(world.desk().store.rights()).book.frozen);
        REQUIRE(must(world.desk().store.rights()).book.epoch == 1);
        if (chance() % 3 != 0) file = fresh;
    }
}

TEST_CASE("a marker that fits freezes nothing") {
    tests::World world;
    auto outside = std::optional<std::uint64_t>();
    for (int start = 0; start < 4; ++start) {
        outside = must(renew_rights_marker(world.desk(), outside));
        CHECK_FALSE(must(world.desk().store.rights()).book.frozen);
        world.reopen();
    }
}

TEST_CASE("a register that shares a budget spends only what its hub gave it") {
    tests::World world;
    const auto card = a_card(world);
    must(share_budget(world.desk(), true));
    const auto refused = give(world.desk(), card.id, world.clerk);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::refused);
    CHECK(refused.error().sentence.find("the store's hub") != std::string::npos);
    CHECK(world.desk().short_of.cost == card.cost);
    CHECK(show_budget(world.desk())->available_cost() == Money{});
    CHECK_FALSE(set_budget(world.desk(), {PeriodKind::day, Money::minor(9000), {}}, world.manager));
}

TEST_CASE("the customer who is here waits for what the cards left out, until they go or are forgotten") {
    tests::World world;
    auto& desk = world.desk();
    a_card(world);
    CHECK_FALSE(must(customer_waits(desk)));  // a lone register has nobody to ask
    const auto shown = at_counter(desk).on_screen;
    CHECK(shown.cost > Money{});
    must(share_budget(desk, true));
    const auto reported = must(report_stock_out(desk, tests::coconut_oil, 1, world.clerk));
    for (const auto& card : reported.cards) CHECK(card.cost == Money{});
    CHECK(at_counter(desk).on_screen.cost >= shown.cost);
    CHECK(must(customer_waits(desk)));
    world.clock.advance(std::chrono::minutes(3));
    CHECK_FALSE(must(customer_waits(desk)));
    customer_comes(desk);
    CHECK(must(customer_waits(desk)));
    must(close_incident(desk, reported.incident, "nothing fits", world.clerk));
    CHECK_FALSE(must(customer_waits(desk)));
}

}  // namespace makegood::service
