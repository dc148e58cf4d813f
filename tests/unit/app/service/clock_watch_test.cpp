#include "app/service/clock_watch.hpp"

#include <catch2/catch.hpp>

#include "app/service/give.hpp"
#include "app/service/print_queue.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "app/service/voucher_use.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using core::voucher::State;
using tests::World;

Given give_a_voucher(World& world) {
    const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk);
    REQUIRE(reported);
    for (const auto& card : reported->cards) {
        if (card.paper != core::gesture::Paper::voucher) continue;
        const auto given = give(world.desk(), card.id, world.clerk);
        REQUIRE(given);
        REQUIRE(next_print(world.desk()));
        REQUIRE(finish_print(world.desk(), *given->job, ports::PrintOutcome::printed, "process-id"));
        return *given;
    }
    FAIL("no card with a voucher");
    throw std::logic_error("unreachable");
}

State state_of(World& world, const Given& given) {
    return show_voucher(world.desk(), given.voucher->serial.text())->row.voucher.state;
}

std::uint64_t events(World& world) {
    return world.desk().store.head()->sequence;
}

}  // namespace

TEST_CASE("a clock set back does not bring back the money of a day that is over") {
    World world;
    give_a_voucher(world);
    const auto out = show_budget(world.desk())->reserved_cost;
    REQUIRE(out > Money{});
    world.clock.set(world.clock.now() - std::chrono::hours(48));
    REQUIRE(tick(world.desk()));
    CHECK(world.desk().clock_was_set_back);
    CHECK(show_budget(world.desk())->name == "2026-11-22");
    CHECK(show_budget(world.desk())->reserved_cost == out);
    CHECK(clock_warning(world.desk()).find("gifts count for the later day") != std::string::npos);
    const auto noted = events(world);
    REQUIRE(tick(world.desk()));
    CHECK(events(world) == noted);

    world.reopen();
    REQUIRE(tick(world.desk()));
    CHECK(world.desk().clock_was_set_back);
    CHECK(events(world) == noted);
    CHECK(show_budget(world.desk())->name == "2026-11-22");
    const auto again = give_a_voucher(world);
    CHECK(world.desk().store.recovery(again.recovery)->value().period == "2026-11-22");
    CHECK(again.voucher->expires >= CivilDate{std::chrono::year{2026} / 11 / 22});

    world.clock.advance(std::chrono::hours(72));
    REQUIRE(tick(world.desk()));
    CHECK_FALSE(world.desk().clock_was_set_back);
    CHECK(clock_warning(world.desk()).empty());
    CHECK(show_budget(world.desk())->name == "2026-11-23");
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("no voucher ends on the word of a clock that jumped ahead, though people work under it") {
    World world;
    const auto voucher = give_a_voucher(world);
    const auto noted_before = events(world);
    world.clock.set(world.clock.now() + std::chrono::hours(24) * 400);
    REQUIRE(tick(world.desk()));
    CHECK(world.desk().clock_jumped_ahead);
    CHECK(events(world) > noted_before);
    for (int day = 0; day < 20; ++day) {
        REQUIRE(report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk));
        world.clock.advance(std::chrono::hours(24));
        REQUIRE(tick(world.desk()));
        if (day == 10) world.reopen();
    }
    CHECK(state_of(world, voucher) == State::issued);
    CHECK(clock_warning(world.desk()).find("makegood clock confirm") != std::string::npos);
    const auto refused = redeem_voucher(world.desk(), voucher.voucher->ean13, world.clerk);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.find("in doubt") != std::string::npos);

    SECTION("the clock is set right, and all goes on as before") {
        world.clock.set(world.clock.now() - std::chrono::hours(24) * 418);
        REQUIRE(tick(world.desk()));
        CHECK_FALSE(world.desk().clock_jumped_ahead);
        CHECK(clock_warning(world.desk()).empty());
        CHECK(show_budget(world.desk())->name == "2026-11-24");
        REQUIRE(redeem_voucher(world.desk(), voucher.voucher->ean13, world.clerk));
    }
    SECTION("a person confirms it, and what is over ends") {
        REQUIRE(confirm_clock(world.desk(), world.manager));
        CHECK(clock_warning(world.desk()).empty());
        REQUIRE(tick(world.desk()));
        CHECK(state_of(world, voucher) == State::expired);
    }
    SECTION("head office confirms it") {
        REQUIRE(clock_agrees_with_head_office(world.desk()));
        REQUIRE(tick(world.desk()));
        CHECK(state_of(world, voucher) == State::expired);
    }
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("head office sets a register free that waits for a day which its clock had wrongly") {
    World world;
    const auto now = world.clock.now();
    world.clock.set(now + std::chrono::hours(24) * 5);
    give_a_voucher(world);
    world.clock.set(now);
    REQUIRE(tick(world.desk()));
    CHECK(show_budget(world.desk())->name == "2026-11-27");
    REQUIRE(clock_agrees_with_head_office(world.desk()));
    CHECK(clock_warning(world.desk()).empty());
    CHECK(show_budget(world.desk())->name == "2026-11-22");
    const auto quiet = events(world);
    REQUIRE(clock_agrees_with_head_office(world.desk()));
    CHECK(events(world) == quiet);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("a quiet week in a program that runs is no jump") {
    World world;
    REQUIRE(tick(world.desk()));
    for (int day = 0; day < 30; ++day) {
        world.clock.advance(std::chrono::hours(24));
        REQUIRE(tick(world.desk()));
    }
    CHECK(clock_warning(world.desk()).empty());
    CHECK(world.trouble_in_the_books() == "");
}

}  // namespace makegood::service
