#include <catch2/catch.hpp>

#include "app/service/copied_folder.hpp"
#include "app/service/give.hpp"
#include "app/service/print_queue.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "app/service/voucher_use.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using core::voucher::State;
using tests::must;
using tests::World;

core::voucher::Voucher issued_voucher(World& world) {
    const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk);
    REQUIRE(reported);
    for (const auto& card : reported->cards) {
        if (card.paper != core::gesture::Paper::voucher) continue;
        const auto given = give(world.desk(), card.id, world.clerk);
        REQUIRE(given);
        const auto task = next_print(world.desk());
        REQUIRE(task);
        REQUIRE(finish_print(world.desk(), (*task)->job, ports::PrintOutcome::printed, "process-id"));
        return *given->voucher;
    }
    FAIL("no card with a voucher");
    throw std::logic_error("unreachable");
}

TEST_CASE("a voucher is found by serial, by its digits and by its signed text, and is good once") {
    World world;
    const auto voucher = issued_voucher(world);
    for (const auto& code : {voucher.serial.text(), voucher.ean13, voucher.qr}) {
        const auto shown = show_voucher(world.desk(), code);
        REQUIRE(shown);
        CHECK(shown->row.voucher.serial == voucher.serial);
    }
    REQUIRE(redeem_voucher(world.desk(), voucher.ean13, world.clerk));
    const auto twice = redeem_voucher(world.desk(), voucher.qr, world.clerk);
    REQUIRE_FALSE(twice);
    CHECK(twice.error().kind == ErrorKind::refused);
    CHECK(show_budget(world.desk())->spent_cost > Money{});
    CHECK(show_budget(world.desk())->reserved_cost == Money{});
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("after a copy was put back, no number that may have been printed since comes again") {
    World world;
    must(renew_rights_marker(world.desk(), std::nullopt));
    const auto number = [](const core::voucher::Voucher& voucher) {
        return std::stoull(voucher.serial.text().substr(voucher.serial.text().rfind('-') + 1));
    };
    const auto first = number(issued_voucher(world));
    CHECK(number(issued_voucher(world)) == first + 1);
    for (std::uint64_t copies = 0; copies < 2; ++copies) {
        const auto last = number(issued_voucher(world));
        must(renew_rights_marker(world.desk(), 12345u + copies));
        must(
            set_budget(world.desk(), {{}, Money::minor(copies == 0 ? 1'000'000 : 2'000'000), {}}, console()));
        const auto next = number(issued_voucher(world));
        CHECK(next >= last + 10'000);
        CHECK(number(issued_voucher(world)) == next + 1);
        world.reopen();
        CHECK(number(issued_voucher(world)) == next + 2);
    }
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("an altered signed text is refused") {
    World world;
    const auto voucher = issued_voucher(world);
    auto altered = voucher.qr;
    altered.back() = altered.back() == 'A' ? 'Q' : 'A';
    CHECK(redeem_voucher(world.desk(), altered, world.clerk).error().kind == ErrorKind::refused);
    CHECK(show_voucher(world.desk(), "MG1.MG-29-0000009999.1.USD").error().kind == ErrorKind::not_found);
    CHECK(show_voucher(world.desk(), "MG1.").error().kind == ErrorKind::not_found);
}

TEST_CASE("a voucher that nobody used gives its money back after its last day") {
    World world;
    const auto voucher = issued_voucher(world);
    const auto period = show_budget(world.desk())->name;
    for (int week = 0; week < 60; ++week) {
        world.clock.advance(std::chrono::hours(24) * 6);
        REQUIRE(tick(world.desk()));
    }
    CHECK(show_voucher(world.desk(), voucher.ean13)->row.voucher.state == State::expired);
    CHECK(redeem_voucher(world.desk(), voucher.ean13, world.clerk).error().kind == ErrorKind::refused);
    CHECK(world.desk().store.period(period)->reserved_cost == Money{});
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("a voided voucher is worth nothing and its money is free again") {
    World world;
    const auto voucher = issued_voucher(world);
    REQUIRE(void_voucher(world.desk(), voucher.serial.text(), "torn", world.manager));
    CHECK(show_budget(world.desk())->reserved_cost == Money{});
    CHECK(redeem_voucher(world.desk(), voucher.ean13, world.clerk).error().kind == ErrorKind::refused);
    CHECK(void_voucher(world.desk(), voucher.serial.text(), "torn", world.manager).error().kind ==
          ErrorKind::refused);
    CHECK(world.trouble_in_the_books() == "");
}

}  // namespace
}  // namespace makegood::service
