#include "app/service/money_at_a_glance.hpp"

#include <catch2/catch.hpp>

#include "app/service/add_person.hpp"
#include "app/service/copied_folder.hpp"
#include "app/service/give.hpp"
#include "app/service/registers_now.hpp"
#include "app/service/report.hpp"
#include "app/service/spend_rights.hpp"
#include "app/service/spending.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using namespace std::chrono_literals;
using tests::World;

RecoveryId give_card(World& world, const PersonId& by) {
    const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, by);
    REQUIRE(reported);
    const auto given = give(world.desk(), reported->cards.front().id, by);
    REQUIRE(given);
    return given->recovery;
}

TEST_CASE("a glance at a day without anything") {
    World world;
    const auto glance = money_at_a_glance(world.desk());
    REQUIRE(glance);
    CHECK(glance->recoveries == 0);
    CHECK(glance->latest.empty());
    CHECK(glance->gestures.empty());
    CHECK(glance->still_out == Money{});
    CHECK_FALSE(glance->shared);
    CHECK(glance->now.period.limit.cost == Money::minor(5000));
    CHECK_FALSE(glance->hours.empty());
}

TEST_CASE("a glance: what was given today, and nothing that was undone or of yesterday") {
    World world;
    give_card(world, world.clerk);
    world.clock.advance(24h);
    REQUIRE(tick(world.desk()));
    const auto first = give_card(world, world.clerk);
    world.clock.advance(10s);
    const auto last = give_card(world, world.manager);
    const auto undone = give_card(world, world.clerk);
    REQUIRE(undo(world.desk(), undone, world.clerk));

    const auto glance = money_at_a_glance(world.desk());
    REQUIRE(glance);
    CHECK(glance->recoveries == 2);
    REQUIRE(glance->latest.size() == 2);
    CHECK(glance->latest[0].id == last);
    CHECK(glance->latest[1].id == first);
    CHECK(glance->latest[0].cause == "Coconut oil 400 ml");
    CHECK(glance->latest[0].by != glance->latest[1].by);
    const auto& period = glance->now.period;
    Money by_kind, by_hour;
    for (const auto& sum : glance->gestures) by_kind += sum.cost;
    for (const auto& hour : glance->hours) by_hour += hour.given;
    CHECK(by_kind == period.spent_cost + period.reserved_cost);
    CHECK(by_hour == by_kind);
    CHECK(glance->latest[0].cost + glance->latest[1].cost == by_kind);
}

TEST_CASE("a glance: a limit that was lowered shows what is still out") {
    World world;
    give_card(world, world.clerk);
    REQUIRE(set_budget(world.desk(), {core::budget::PeriodKind::day, Money::minor(100), {}}, world.manager));
    const auto glance = money_at_a_glance(world.desk());
    REQUIRE(glance);
    const auto& period = glance->now.period;
    CHECK(glance->still_out == period.spent_cost + period.reserved_cost - Money::minor(100));
    CHECK(glance->still_out > Money{});
    const auto registers = registers_now(world.desk());
    REQUIRE(registers);
    CHECK(registers->in_force == Money::minor(100));
    CHECK(registers->still_out == glance->still_out);
    CHECK(registers->available == Money{});
}

TEST_CASE("a lone register says so, and what it used adds up") {
    World world;
    const auto before = registers_now(world.desk());
    REQUIRE(before);
    CHECK_FALSE(before->shared);
    CHECK_FALSE(before->frozen);
    CHECK(before->pots.empty());
    CHECK(before->available == Money::minor(5000));
    give_card(world, world.clerk);
    const auto now = registers_now(world.desk());
    REQUIRE(now);
    REQUIRE(now->pots.size() == 1);
    CHECK(now->pots[0].running);
    CHECK(now->pots[0].used.cost + now->pots[0].held.cost == now->pots[0].granted.cost);
    CHECK(now->pots[0].used.cost + now->available == Money::minor(5000));
}

TEST_CASE("a folder that was put back is frozen, and the way out is said") {
    World world;
    give_card(world, world.clerk);
    REQUIRE(renew_rights_marker(world.desk(), std::nullopt));
    REQUIRE(renew_rights_marker(world.desk(), 12345));
    const auto now = registers_now(world.desk());
    REQUIRE(now);
    CHECK(now->frozen);
    CHECK_THAT(now->frozen_why, Catch::Contains("older copy") && Catch::Contains("budget settle"));
    REQUIRE(settle_copy(world.desk(), Money::minor(100), world.manager));
    CHECK_FALSE(registers_now(world.desk())->frozen);
}

TEST_CASE("people beside others: the work of four weeks, by name") {
    World world;
    give_card(world, world.clerk);
    REQUIRE(report_stock_out(world.desk(), tests::coconut_oil, 1, world.manager));
    REQUIRE(report_stock_out(world.desk(), tests::coconut_oil, 1, console()));
    auto people = same_work_of_people(world.desk());
    REQUIRE(people);
    REQUIRE(people->size() == 2);  // the console is nobody
    for (const auto& row : *people) {
        CHECK(row.work.cases == 1);
        CHECK(row.work.given == (row.work.by == world.clerk ? 1 : 0));
        CHECK(row.work.beside == core::insight::Beside::too_few);
    }
    world.clock.advance(29 * 24h);
    people = same_work_of_people(world.desk());
    REQUIRE(people);
    CHECK(people->empty());
}

}  // namespace
}  // namespace makegood::service
