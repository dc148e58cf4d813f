#include "app/service/money_now.hpp"

#include <catch2/catch.hpp>

#include "app/service/decline.hpp"
#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using tests::World;

Reported wait(World& world) {
    core::incident::Incident incident;
    incident.kind = core::incident::Kind::service_failure;
    incident.failure = core::incident::Failure::waited_too_long;
    const auto reported = report_failure(world.desk(), incident, world.clerk);
    REQUIRE(reported);
    return *reported;
}

void limit_of(World& world, std::int64_t cents, core::budget::PeriodKind kind) {
    core::budget::Limit limit;
    limit.kind = kind;
    limit.cost = Money::minor(cents);
    REQUIRE(set_budget(world.desk(), limit, world.manager));
}

core::budget::WishedHour last_hour(World& world) {
    const core::budget::Span all{CivilDate{std::chrono::year{2000} / 1 / 1},
                                 CivilDate{std::chrono::year{2100} / 1 / 1}};
    const auto hours = world.desk().store.wished(all);
    REQUIRE(hours);
    REQUIRE_FALSE(hours->empty());
    return hours->back();
}

// Reports and gives until the cards that cost anything are gone.
int give_all_that_stands(World& world, int cases) {
    int given = 0;
    for (int i = 0; i < cases; ++i, world.clock.advance(std::chrono::minutes(11))) {
        const auto reported = wait(world);
        const auto paid = std::find_if(reported.cards.begin(), reported.cards.end(),
                                       [](const auto& card) { return card.cost > Money{}; });
        if (paid == reported.cards.end()) continue;
        REQUIRE(give(world.desk(), paid->id, world.clerk));
        ++given;
    }
    return given;
}

TEST_CASE("each case says what it asked for and at which price, and the tables follow from the journal") {
    World world;
    wait(world);
    const auto hour = last_hour(world);
    CHECK(hour.day == CivilDate{std::chrono::year{2026} / 11 / 22});
    CHECK(hour.hour == 14);
    CHECK(hour.cases == 1);
    CHECK(hour.asked[0] > Money{});
    CHECK(hour.meant > Money{});
    CHECK(world.trouble_in_the_books() == "");
    world.edit("UPDATE wished SET asked = asked + 1");
    CHECK_THAT(world.trouble_in_the_books(), Catch::Contains("asked"));
    REQUIRE(make_tables_anew(world.desk()));
    CHECK(last_hour(world) == hour);
}

TEST_CASE("scarce money is shared with those who come later, and the limit holds") {
    World world;
    limit_of(world, 2000, core::budget::PeriodKind::week);
    world.clock.set(*base::parse_instant("2026-11-23T07:00:00.000000Z"));
    world.clock.advance(Duration{});
    const int given = give_all_that_stands(world, 60);
    CHECK(given > 0);
    CHECK(given < 60);
    CHECK(last_hour(world).price > core::budget::no_scarcity);
    const auto money = show_budget(world.desk());
    CHECK(money->reserved_cost + money->spent_cost <= money->limit.cost);
    CAPTURE(given, money->available_cost().minor());
    CHECK(money->available_cost() > Money{});  // there is some for the rest of the week
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("an owner may switch pacing off: who comes first gets all") {
    Money left[2];
    for (const bool paces : {false, true}) {
        World world;
        limit_of(world, 600, core::budget::PeriodKind::week);
        world.desk().settings.policy.paces = paces;
        give_all_that_stands(world, 60);
        CHECK((last_hour(world).price > core::budget::no_scarcity) == paces);
        left[paces] = show_budget(world.desk())->available_cost();
    }
    CHECK(left[false].minor() < left[true].minor());
}

TEST_CASE("reporting again at once draws nothing new") {
    World world;
    limit_of(world, 1000, core::budget::PeriodKind::month);
    for (int i = 0; i < 40; ++i) wait(world);
    const auto first = wait(world).cards.size();
    for (int i = 0; i < 10; ++i) CHECK(wait(world).cards.size() <= first);
}

TEST_CASE("a wrong clock makes a wrong price and nothing worse") {
    World world;
    for (const char* when : {"2036-01-01T03:00:00.000000Z", "1999-12-31T23:59:59.000000Z",
                             "2026-11-22T14:20:00.000000Z", "2099-06-01T12:00:00.000000Z"}) {
        world.clock.set(*base::parse_instant(when));
        wait(world);
        const auto money = money_now(world.desk());
        REQUIRE(money);
        CHECK(money->price >= core::budget::no_scarcity);
        CHECK(money->period.reserved_cost <= money->period.limit.cost);
    }
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("spent, reserved and likely are three numbers") {
    World world;
    limit_of(world, 20'000, core::budget::PeriodKind::day);
    core::incident::Incident incident;
    incident.kind = core::incident::Kind::service_failure;
    incident.failure = core::incident::Failure::wrong_price;
    incident.loss = Money::minor(500);
    const auto reported = report_failure(world.desk(), incident, world.clerk);
    REQUIRE(reported);
    const auto voucher = std::find_if(reported->cards.begin(), reported->cards.end(), [](const auto& card) {
        return card.paper == core::gesture::Paper::voucher;
    });
    REQUIRE(voucher != reported->cards.end());
    REQUIRE(give(world.desk(), voucher->id, world.clerk));
    const auto money = money_now(world.desk());
    REQUIRE(money);
    CHECK(money->period.reserved_cost == voucher->cost);
    CHECK(money->likely == Percent::whole(70).of(voucher->cost));
    CHECK_FALSE(money->pace_words.empty());
}

}  // namespace
}  // namespace makegood::service
