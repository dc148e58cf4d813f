// Somebody edits the database by hand, so that a voucher is good again, worth more, or money comes back.
#include <catch2/catch.hpp>

#include "app/service/give.hpp"
#include "app/service/print_queue.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "app/service/voucher_use.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using tests::World;

Given give_one(World& world, core::gesture::Paper paper) {
    const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk);
    REQUIRE(reported);
    for (const auto& card : reported->cards) {
        if (card.paper != paper) continue;
        const auto given = give(world.desk(), card.id, world.clerk);
        REQUIRE(given);
        return *given;
    }
    FAIL("no card with that paper");
    throw std::logic_error("unreachable");
}

Given issued_voucher(World& world) {
    auto given = give_one(world, core::gesture::Paper::voucher);
    REQUIRE(next_print(world.desk()));
    REQUIRE(finish_print(world.desk(), *given.job, ports::PrintOutcome::printed, "process-id"));
    return given;
}

template <class Outcome>
void check_refused(const Outcome& outcome) {
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().kind == ErrorKind::failed);
    CHECK_THAT(outcome.error().sentence, Catch::Contains("makegood journal"));
}

}  // namespace

TEST_CASE("a voucher whose row was edited is not redeemed, voided or shown as something else") {
    for (const char* edit : {
             "UPDATE vouchers SET value = value * 10",
             "UPDATE vouchers SET expires = '2099-01-01'",
             "UPDATE vouchers SET state = 2",
             "UPDATE vouchers SET state = 0",
             "UPDATE vouchers SET replaced_by = 'MG-29-0000000009'",
             "UPDATE vouchers SET drafted = drafted - 1",
             "UPDATE vouchers SET drafted = 5",
             "UPDATE recoveries SET cost = 0",
             "UPDATE recoveries SET worth = 1",
             "UPDATE recoveries SET period = '2026-11-01'",
             "UPDATE recoveries SET voucher = NULL",
         }) {
        INFO(edit);
        World world;
        const auto given = issued_voucher(world);
        const auto events = world.desk().store.head()->sequence;
        world.edit(edit);
        check_refused(redeem_voucher(world.desk(), given.voucher->ean13, world.clerk));
        check_refused(void_voucher(world.desk(), given.voucher->ean13, "lost", world.manager));
        CHECK(world.desk().store.head()->sequence == events);
        REQUIRE(make_tables_anew(world.desk()));
        CHECK(redeem_voucher(world.desk(), given.voucher->ean13, world.clerk));
        CHECK(world.trouble_in_the_books() == "");
    }
}

TEST_CASE("a voucher that was redeemed is not made good again by an edit") {
    World world;
    const auto given = issued_voucher(world);
    REQUIRE(redeem_voucher(world.desk(), given.voucher->ean13, world.clerk));
    world.edit("UPDATE vouchers SET state = 1");
    world.edit("UPDATE spending SET reserved_cost = spent_cost, spent_cost = 0");
    check_refused(redeem_voucher(world.desk(), given.voucher->ean13, world.clerk));
}

TEST_CASE("a voucher that was never made can't be written into a table") {
    World world;
    issued_voucher(world);
    world.edit(
        "INSERT INTO vouchers SELECT number + 1, 'MG-29-0000000002', drafted, 1, 99999, expires, recovery, "
        "NULL "
        "FROM vouchers");
    check_refused(redeem_voucher(world.desk(), "MG-29-0000000002", world.clerk));
}

TEST_CASE("the event of a voucher, changed in the middle of the journal, is noticed when it is used") {
    World world;
    const auto given = issued_voucher(world);
    world.edit("DROP TRIGGER journal_is_never_changed");
    world.edit(
        "UPDATE journal SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"valid_days\":', '\"valid_days\":9') "
        "AS "
        "BLOB) WHERE instr(bytes, 'recovery-given')");
    check_refused(redeem_voucher(world.desk(), given.voucher->ean13, world.clerk));
}

TEST_CASE("what was edited is neither undone, printed nor settled") {
    World world;
    const auto goods = give_one(world, core::gesture::Paper::sticker);
    const auto money = show_budget(world.desk())->reserved_cost;
    world.edit("UPDATE recoveries SET cost = 0");
    check_refused(undo(world.desk(), goods.recovery, world.clerk));
    check_refused(next_print(world.desk()));
    world.clock.advance(std::chrono::minutes(2));
    (void)tick(world.desk());
    CHECK(show_budget(world.desk())->reserved_cost == money);
    REQUIRE(make_tables_anew(world.desk()));
    REQUIRE(tick(world.desk()));
    CHECK(show_budget(world.desk())->spent_cost == money);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("money that was written back into the budget is noticed at the next start, and nothing is given") {
    World world;
    const auto offer = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk)->cards.front();
    issued_voucher(world);
    world.edit("UPDATE spending SET reserved_cost = 0, reserved_worth = 0");
    world.reopen();
    CHECK_THAT(world.desk().trouble, Catch::Contains("Somebody changed the tables"));
    check_refused(give(world.desk(), offer.id, world.clerk));
    REQUIRE(tick(world.desk()));
    CHECK_THAT(world.desk().trouble, Catch::Contains("makegood journal rebuild"));
    REQUIRE(make_tables_anew(world.desk()));
    CHECK(world.desk().trouble.empty());
    CHECK(give(world.desk(), offer.id, world.clerk));
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("an event changed in the middle of the journal is noticed at the next start") {
    for (const char* edit : {
             "UPDATE journal SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Coconut', 'Walnut ') AS BLOB)",
             "DELETE FROM journal WHERE sequence = 3",
             "UPDATE journal SET hash = zeroblob(32) WHERE sequence = 2",
             "UPDATE journal SET place = -place WHERE sequence = 4",
         }) {
        INFO(edit);
        World world;
        issued_voucher(world);
        REQUIRE(report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk));
        REQUIRE(close_incident(world.desk(), IncidentId("i1-8"), "left", world.clerk));
        world.edit("DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_cut");
        world.edit(edit);
        world.reopen();
        CHECK_THAT(world.desk().trouble, Catch::Contains("The journal in"));
        CHECK_THAT(world.desk().trouble, Catch::Contains("makegood journal verify"));
        check_refused(report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk));
    }
}

}  // namespace makegood::service
