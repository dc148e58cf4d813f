#include "app/service/print_queue.hpp"

#include <catch2/catch.hpp>

#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "app/service/voucher_use.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using core::gesture::Paper;
using core::voucher::State;
using ports::PrintOutcome;
using tests::World;

Given give_with(World& world, Paper paper) {
    const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk);
    REQUIRE(reported);
    for (const auto& card : reported->cards)
        if (card.paper == paper) {
            const auto given = give(world.desk(), card.id, world.clerk);
            REQUIRE(given);
            return *given;
        }
    FAIL("no card with that paper");
    throw std::logic_error("unreachable");
}

PrintTask next(World& world) {
    auto task = next_print(world.desk());
    REQUIRE(task);
    REQUIRE(*task);
    return **task;
}

bool nothing_to_print(World& world) {
    const auto task = next_print(world.desk());
    REQUIRE(task);
    return !task->has_value();
}

State state_of(World& world, const VoucherSerial& serial) {
    const auto shown = show_voucher(world.desk(), serial.text());
    REQUIRE(shown);
    return shown->row.voucher.state;
}

TEST_CASE("a voucher counts once its printing is proved") {
    World world;
    const auto given = give_with(world, Paper::voucher);
    CHECK(state_of(world, given.voucher->serial) == State::drafted);
    const auto task = next(world);
    CHECK(task.job == *given.job);
    CHECK(nothing_to_print(world));  // one at a time
    REQUIRE(finish_print(world.desk(), task.job, PrintOutcome::printed, "process-id"));
    CHECK(state_of(world, given.voucher->serial) == State::issued);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("not one byte taken: the same piece goes out again") {
    World world;
    const auto given = give_with(world, Paper::voucher);
    REQUIRE(finish_print(world.desk(), next(world).job, PrintOutcome::not_printed, "no answer"));
    CHECK(next(world).job == *given.job);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("a voucher in doubt is never printed again and holds back other vouchers, not stickers") {
    World world;
    const auto doubtful = give_with(world, Paper::voucher);
    REQUIRE(finish_print(world.desk(), next(world).job, PrintOutcome::unsure, "link lost"));
    CHECK(state_of(world, doubtful.voucher->serial) == State::unsure);
    const auto held_up = give_with(world, Paper::voucher);
    CHECK(nothing_to_print(world));
    const auto open = open_jobs(world.desk());
    REQUIRE(open);
    CHECK(waits_for(*open, *world.desk().store.job(*held_up.job).value()) == doubtful.job);
    const auto sticker = give_with(world, Paper::sticker);
    CHECK_FALSE(waits_for(*open, *world.desk().store.job(*sticker.job).value()));
    CHECK(next(world).job == *sticker.job);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("the clerk saw it whole: it counts") {
    World world;
    const auto given = give_with(world, Paper::voucher);
    REQUIRE(finish_print(world.desk(), next(world).job, PrintOutcome::unsure, "link lost"));
    REQUIRE(answer_print(world.desk(), *given.job, true, world.clerk));
    CHECK(state_of(world, given.voucher->serial) == State::issued);
    CHECK_FALSE(answer_print(world.desk(), *given.job, true, world.clerk));
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("the clerk saw it torn: a new serial of the same value replaces it") {
    World world;
    const auto given = give_with(world, Paper::voucher);
    REQUIRE(finish_print(world.desk(), next(world).job, PrintOutcome::unsure, "link lost"));
    REQUIRE(answer_print(world.desk(), *given.job, false, world.clerk));
    const auto old = show_voucher(world.desk(), given.voucher->serial.text());
    REQUIRE(old);
    CHECK(old->row.voucher.state == State::voided);
    REQUIRE(old->row.replaced_by);
    const auto fresh = show_voucher(world.desk(), old->row.replaced_by->text());
    REQUIRE(fresh);
    CHECK(fresh->row.voucher.value == given.voucher->value);
    CHECK(fresh->row.voucher.expires == given.voucher->expires);
    CHECK(fresh->row.voucher.ean13 != given.voucher->ean13);
    CHECK(next(world).voucher == *old->row.replaced_by);
    CHECK(redeem_voucher(world.desk(), given.voucher->serial.text(), world.clerk).error().kind ==
          ErrorKind::refused);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE(
    "a voucher that ended in doubt is no longer asked about, one that ended in the queue is not printed") {
    World world;
    const auto doubtful = give_with(world, Paper::voucher);
    REQUIRE(finish_print(world.desk(), next(world).job, PrintOutcome::unsure, "link lost"));
    REQUIRE(redeem_voucher(world.desk(), doubtful.voucher->serial.text(), world.clerk));
    const auto late = answer_print(world.desk(), *doubtful.job, false, world.clerk);
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == ErrorKind::refused);

    const auto waiting = give_with(world, Paper::voucher);
    REQUIRE(void_voucher(world.desk(), waiting.voucher->serial.text(), "by hand", world.manager));
    CHECK(nothing_to_print(world));
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("undone before it went out: nothing is printed") {
    World world;
    const auto given = give_with(world, Paper::voucher);
    REQUIRE(undo(world.desk(), given.recovery, world.clerk));
    CHECK(nothing_to_print(world));
    CHECK(state_of(world, given.voucher->serial) == State::voided);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("undone while it was on the wire: the late answer of the printer changes nothing") {
    World world;
    const auto given = give_with(world, Paper::voucher);
    const auto task = next(world);
    REQUIRE(undo(world.desk(), given.recovery, world.clerk));
    REQUIRE(finish_print(world.desk(), task.job, PrintOutcome::printed, "process-id"));
    CHECK(state_of(world, given.voucher->serial) == State::voided);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("a crash while sending: the voucher is in doubt, the sticker goes out again") {
    World world;
    const auto voucher = give_with(world, Paper::voucher);
    next(world);
    world.reopen();
    CHECK(state_of(world, voucher.voucher->serial) == State::unsure);
    REQUIRE(answer_print(world.desk(), *voucher.job, true, world.clerk));

    const auto sticker = give_with(world, Paper::sticker);
    CHECK(next(world).job == *sticker.job);
    world.reopen();
    CHECK(next(world).job == *sticker.job);
    CHECK(world.trouble_in_the_books() == "");
}

}  // namespace
}  // namespace makegood::service
