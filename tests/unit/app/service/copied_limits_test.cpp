// Limits at a register that is its own hub and whose folder was put back from an older copy.
#include <catch2/catch.hpp>

#include "app/service/copied_folder.hpp"
#include "app/service/give.hpp"
#include "app/service/limits_now.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;
using tests::must;

constexpr std::int64_t budget = 5000, limit = 2000;

LimitRule rule(Each each, PeriodKind kind) {
    return {each, {}, {kind, Money::minor(limit), {}}};
}

Reported oil_is_missing(tests::World& world, const PersonId& by, const std::string& customer = {}) {
    return must(report_stock_out(world.desk(), tests::coconut_oil, 1, by, customer));
}

std::optional<core::recovery::Offer> what_costs(const Reported& reported) {
    for (const auto& card : reported.cards)
        if (card.cost > Money{}) return card;
    return std::nullopt;
}

// As if another folder had been here last. The owner lets the budget itself go on, so that limits alone
// decide.
void put_back(tests::World& world) {
    must(renew_rights_marker(world.desk(), 12345));
    must(set_budget(world.desk(), {PeriodKind::day, Money::minor(2 * budget), {}}, console()));
}

void give_one(tests::World& world, const PersonId& by, const std::string& customer = {}) {
    must(give(world.desk(), what_costs(oil_is_missing(world, by, customer))->id, by));
}

// Of every pot that is open: what is left is all that was not given.
void check_sums(tests::World& world) {
    for (const auto& now : must(limits_now(world.desk())))
        CHECK(now.left.cost == now.rule.limit.cost - now.given.all().cost);
    CHECK(world.trouble_in_the_books().empty());
}

}  // namespace

TEST_CASE("a copy that was put back spends of no clerk's limit, also of who gave nothing before it") {
    tests::World world;
    const std::vector rules{rule({.clerk = true}, PeriodKind::day)};
    world.desk().settings.limits = rules;
    must(renew_rights_marker(world.desk(), std::nullopt));
    give_one(world, world.clerk);
    const auto shown_before = *what_costs(oil_is_missing(world, world.clerk));
    put_back(world);
    for (int start = 0; start < 2; ++start) {
        CHECK_FALSE(what_costs(oil_is_missing(world, world.clerk)));
        CHECK_FALSE(what_costs(oil_is_missing(world, world.manager)));
        for (const auto& by : {world.clerk, world.manager}) {
            const auto refused = give(world.desk(), shown_before.id, by);
            REQUIRE_FALSE(refused);
            CHECK_THAT(refused.error().sentence, Catch::Contains("for each clerk"));
        }
        world.reopen();
        world.desk().settings.limits = rules;
    }
    CHECK_THAT(must(copy_warning(world.desk())), Catch::Contains("2026-11-22"));
    CHECK(world.trouble_in_the_books().empty());
    SECTION("what was settled is not raised again, and that is said") {
        must(settle_copy(world.desk(), Money::minor(1000), world.manager));
        world.desk().settings.limits.clear();
        const auto again = settle_copy(world.desk(), Money::minor(1500), world.manager);
        REQUIRE_FALSE(again);
        CHECK_THAT(again.error().sentence, Catch::Contains("$10.00") && Catch::Contains("budget set"));
    }
    SECTION("until the owner says how much was given") {
        must(settle_copy(world.desk(), Money::minor(1000), world.manager));
        CHECK(must(copy_warning(world.desk())).empty());
        check_sums(world);
        give_one(world, world.clerk);
        give_one(world, world.manager);
        check_sums(world);
        CHECK_FALSE(settle_copy(world.desk(), Money{}, world.clerk));
    }
    SECTION("until the day ends") {
        world.clock.advance(std::chrono::hours(24));
        CHECK(must(copy_warning(world.desk())).empty());
        give_one(world, world.clerk);
        give_one(world, world.manager);
        check_sums(world);
    }
}

TEST_CASE("the limit of a customer whom the copy does not know counts as given for all of its period") {
    tests::World world;
    world.desk().settings.limits = {rule({.customer = true}, PeriodKind::month)};
    must(renew_rights_marker(world.desk(), std::nullopt));
    give_one(world, world.clerk, "card 1");
    put_back(world);
    world.clock.advance(std::chrono::hours(24));
    CHECK_FALSE(what_costs(oil_is_missing(world, world.clerk, "card 1")));
    CHECK_FALSE(what_costs(oil_is_missing(world, world.clerk, "card 2")));
    give_one(world, world.clerk);
    CHECK_THAT(must(copy_warning(world.desk())), Catch::Contains("budget settle"));
    SECTION("until the owner says how much was given") {
        must(settle_copy(world.desk(), Money{}, world.manager));
        CHECK_FALSE(settle_copy(world.desk(), Money{}, world.manager));
    }
    SECTION("until the month ends") {
        world.clock.advance(std::chrono::hours(24 * 9));
    }
    CHECK(must(copy_warning(world.desk())).empty());
    give_one(world, world.clerk, "card 1");
    give_one(world, world.clerk, "card 2");
    give_one(world, world.clerk, "card 3");
    check_sums(world);
}

TEST_CASE("another kind of budget's period does not make money of a copy's day new") {
    tests::World world;
    must(renew_rights_marker(world.desk(), std::nullopt));
    give_one(world, world.clerk);
    must(renew_rights_marker(world.desk(), 12345));
    const auto period =
        must(set_budget(world.desk(), {PeriodKind::week, Money::minor(budget), {}}, world.manager));
    CHECK(period.available_cost() == Money{});
    CHECK_FALSE(what_costs(oil_is_missing(world, world.clerk)));
    const auto settled = must(settle_copy(world.desk(), Money::minor(4000), world.manager));
    CHECK(settled.available_cost() == Money::minor(1000));
    give_one(world, world.clerk);
    CHECK(world.trouble_in_the_books().empty());
}

}  // namespace makegood::service
