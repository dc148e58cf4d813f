#include "app/service/approval.hpp"

#include <catch2/catch.hpp>

#include "app/service/add_person.hpp"
#include "app/service/clock_watch.hpp"
#include "app/service/give.hpp"
#include "app/service/look_after_people.hpp"
#include "app/service/report.hpp"
#include "app/service/sign_in.hpp"
#include "app/service/spending.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using namespace std::chrono_literals;
using ports::Role;
using tests::World;

// A clerk gives one dollar alone and a supervisor five; the card of the World costs $4.10.
struct Shop {
    Shop() {
        auto& tiers = world.desk().settings.authority;
        tiers.clerk.cost = Money::minor(100);
        tiers.supervisor.cost = Money::minor(500);
        supervisor = add("Sam Ito", Role::supervisor);
        colleague = add("Cora Diaz", Role::clerk);
    }
    PersonId add(const char* name, Role role) {
        const auto added = add_person(world.desk(), {name, "", "274193", role}, console());
        REQUIRE(added);
        return added->person.id;
    }
    OfferId card() {
        const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk);
        REQUIRE(reported);
        REQUIRE(reported->cards.front().cost == Money::minor(410));
        return reported->cards.front().id;
    }
    Result<Given> give_signed(const OfferId& offer, const PersonId& by, const std::string& pin = "274193",
                              const std::string& why = "Came for it twice") {
        return give(world.desk(), offer, world.clerk, Approval{by, pin, why});
    }
    Money reserved() { return show_budget(world.desk())->reserved_cost; }

    World world;
    PersonId supervisor, colleague;
};

TEST_CASE("above one's own tier somebody else has to sign, and both are recorded") {
    Shop shop;
    const auto card = shop.card();
    const auto alone = give(shop.world.desk(), card, shop.world.clerk);
    REQUIRE_FALSE(alone);
    CHECK(alone.error().kind == ErrorKind::needs_approval);
    CHECK_THAT(alone.error().sentence, Catch::Contains("A supervisor can sign"));
    CHECK(shop.reserved() == Money{});

    const auto signed_by = shop.give_signed(card, shop.supervisor);
    REQUIRE(signed_by);
    CHECK(shop.reserved() == Money::minor(410));
    const auto row = shop.world.desk().store.recovery(signed_by->recovery);
    CHECK((*row)->by == shop.world.clerk);
    CHECK((*row)->approved_by == shop.supervisor);
    CHECK((*row)->approved_why == "Came for it twice");
    CHECK(shop.world.trouble_in_the_books() == "");
    shop.world.reopen();
    CHECK((*shop.world.desk().store.recovery(signed_by->recovery))->approved_by == shop.supervisor);
}

TEST_CASE("within one's own tier nobody signs, and nothing says so") {
    Shop shop;
    shop.world.desk().settings.authority.clerk.cost = Money::minor(410);
    const auto given = give(shop.world.desk(), shop.card(), shop.world.clerk);
    REQUIRE(given);
    CHECK((*shop.world.desk().store.recovery(given->recovery))->approved_by.empty());
}

TEST_CASE("who may give it needs nobody: supervisor, manager, owner and the console") {
    for (const auto role : {Role::supervisor, Role::manager, Role::owner}) {
        Shop shop;
        CHECK(give(shop.world.desk(), shop.card(), shop.add("Somebody", role)));
        CHECK(give(shop.world.desk(), shop.card(), console()));
    }
}

TEST_CASE("a signature that does not hold changes nothing") {
    Shop shop;
    const auto card = shop.card();
    struct Case {
        PersonId by;
        const char *pin, *why;
        ErrorKind kind;
    };
    const Case cases[] = {
        {shop.supervisor, "274194", "why", ErrorKind::refused},
        {shop.supervisor, "", "why", ErrorKind::refused},
        {shop.supervisor, "274193", "", ErrorKind::bad_input},
        {shop.supervisor, "274193", "   ", ErrorKind::bad_input},
        {shop.supervisor, "274193", "a\nb\x07", ErrorKind::bad_input},
        {shop.colleague, "274193", "why", ErrorKind::needs_approval},
        {shop.world.clerk, "274193", "why", ErrorKind::refused},
        {PersonId("p-nobody"), "274193", "why", ErrorKind::refused},
        {PersonId(""), "274193", "why", ErrorKind::refused},
        {console(), "274193", "why", ErrorKind::refused},
    };
    for (const auto& each : cases) {
        CAPTURE(each.by.text(), each.pin, each.why);
        const auto answer = shop.give_signed(card, each.by, each.pin, each.why);
        REQUIRE_FALSE(answer);
        CHECK(answer.error().kind == each.kind);
        CHECK(shop.reserved() == Money{});
    }
    CHECK_FALSE(shop.give_signed(card, shop.supervisor, "274193", std::string(201, 'x')));
    CHECK(shop.give_signed(card, shop.supervisor));
}

TEST_CASE("wrong PINs of a signature count as those of a sign-in, and the case stays") {
    Shop shop;
    const auto card = shop.card();
    const auto second = shop.add("Mel Roth", Role::manager);
    for (int i = 0; i < 10; ++i) {
        shop.world.clock.advance(10min);
        REQUIRE_FALSE(shop.give_signed(card, shop.supervisor, "000000"));
    }
    CHECK_THAT(shop.give_signed(card, shop.supervisor).error().sentence, Catch::Contains("locked"));
    CHECK_THAT(sign_in(shop.world.desk(), shop.supervisor, "274193").error().sentence,
               Catch::Contains("locked"));
    // Nobody's work is lost by it: another signs for the same case.
    CHECK(shop.give_signed(card, second));
}

TEST_CASE("a badge does not sign, and gives no more than a clerk does") {
    Shop shop;
    const auto badge = give_badge(shop.world.desk(), shop.supervisor, "", console());
    REQUIRE(sign_in_with_badge(shop.world.desk(), *badge));
    const auto card = shop.card();
    CHECK(give(shop.world.desk(), card, shop.supervisor).error().kind == ErrorKind::needs_approval);
    CHECK_FALSE(shop.give_signed(card, shop.supervisor, *badge));
    // With the PIN they sign for somebody else all the same.
    CHECK(shop.give_signed(card, shop.supervisor));
    // And stay a clerk themselves until they sign in with it.
    CHECK_FALSE(give(shop.world.desk(), shop.card(), shop.supervisor));
    REQUIRE(sign_in(shop.world.desk(), shop.supervisor, "274193"));
    CHECK(give(shop.world.desk(), shop.card(), shop.supervisor));
}

TEST_CASE("who can sign is everybody who may, but not who asks") {
    Shop shop;
    const auto card = shop.card();
    const auto names = [&](const PersonId& asker) {
        const auto people = approvers_of(shop.world.desk(), card, asker);
        REQUIRE(people);
        std::string all;
        for (const auto& person : *people) all += person.name + ", ";
        return all;
    };
    CHECK(names(shop.world.clerk) == "Mona Berg, Sam Ito, ");
    CHECK(names(shop.supervisor) == "Mona Berg, ");
    CHECK(approvers_of(shop.world.desk(), OfferId("o1-999.1"), shop.world.clerk).error().kind ==
          ErrorKind::not_found);
}

TEST_CASE("what is above a role is refused by the core, and nobody is nobody") {
    Shop shop;
    auto& desk = shop.world.desk();
    const auto card = shop.card();
    const core::budget::Limit limit{core::budget::PeriodKind::day, Money::minor(5100), {}};
    for (const auto& by : {shop.world.clerk, shop.supervisor, PersonId(""), PersonId("p-nobody")}) {
        CAPTURE(by.text());
        CHECK(set_budget(desk, limit, by).error().kind == ErrorKind::refused);
        CHECK(confirm_clock(desk, by).error().kind == ErrorKind::refused);
    }
    for (const auto& by : {PersonId(""), PersonId("p-nobody")}) {
        CHECK(give(desk, card, by).error().kind == ErrorKind::refused);
        CHECK(give(desk, card, by, Approval{shop.supervisor, "274193", "why"}).error().kind ==
              ErrorKind::refused);
    }
    CHECK(desk.store.limit().value()->cost == Money::minor(5000));
    CHECK(shop.reserved() == Money{});
}

TEST_CASE("a large raise takes two people where there are two") {
    Shop shop;
    auto& desk = shop.world.desk();
    const auto limit = [](std::int64_t cost) {
        return core::budget::Limit{core::budget::PeriodKind::day, Money::minor(cost), {}};
    };
    // Mona is the only one who may: she raises alone.
    REQUIRE(set_budget(desk, limit(50000), shop.world.manager));
    const auto owner = shop.add("Olga Lind", Role::owner);
    REQUIRE(set_budget(desk, limit(50000), console()));
    REQUIRE(set_budget(desk, limit(75000), shop.world.manager));
    const auto alone = set_budget(desk, limit(75000 * 2), shop.world.manager);
    REQUIRE_FALSE(alone);
    CHECK(alone.error().kind == ErrorKind::needs_approval);
    CHECK_THAT(alone.error().sentence, Catch::Contains("Olga Lind"));
    const auto signed_by = [&](const PersonId& by, const char* pin) {
        return set_budget(desk, limit(75000 * 2), shop.world.manager, Approval{by, pin, "Christmas"});
    };
    CHECK_FALSE(signed_by(shop.world.manager, "274193"));
    CHECK_FALSE(signed_by(shop.supervisor, "274193"));
    CHECK_FALSE(signed_by(owner, "274194"));
    CHECK(desk.store.limit().value()->cost == Money::minor(75000));
    REQUIRE(signed_by(owner, "274193"));
    CHECK(desk.store.limit().value()->cost == Money::minor(150000));
    CHECK(set_budget(desk, limit(100), owner));
    CHECK(set_budget(desk, limit(1'000'000), console()));
    CHECK(shop.world.trouble_in_the_books() == "");
}

TEST_CASE("who loosens what a large raise is waits for a month to raise so much alone") {
    Shop shop;
    auto& desk = shop.world.desk();
    shop.add("Olga Lind", Role::owner);
    const auto raise = [&](std::int64_t cost) {
        return set_budget(shop.world.desk(), {{}, Money::minor(cost), {}}, shop.world.manager);
    };
    const auto loosen = [&](std::int64_t percent) {
        auto& settings = shop.world.desk().settings;
        REQUIRE(remember_large_raise(shop.world.desk(), settings.authority.large_raise));
        settings.authority.large_raise = Percent::whole(percent);
    };
    REQUIRE(set_budget(desk, {{}, Money::minor(10000), {}}, console()));
    loosen(200);
    loosen(1000);
    CHECK(raise(15001).error().kind == ErrorKind::needs_approval);
    CHECK(raise(15000));
    shop.world.reopen();
    shop.world.desk().settings.authority.large_raise = Percent::whole(1000);
    const auto days_go_by = [&](int days) {
        for (; days > 0; --days) {
            shop.world.clock.advance(24h);
            REQUIRE(tick(shop.world.desk()));
        }
    };
    days_go_by(30);
    CHECK(raise(30000).error().kind == ErrorKind::needs_approval);
    days_go_by(2);
    CHECK(raise(30000));
}

TEST_CASE("a large raise in small steps takes two people as well, whatever day the clock says") {
    Shop shop;
    auto& desk = shop.world.desk();
    shop.add("Olga Lind", Role::owner);
    const auto raise = [&](std::int64_t cost, core::budget::PeriodKind kind = core::budget::PeriodKind::day) {
        return set_budget(desk, {kind, Money::minor(cost), {}}, shop.world.manager);
    };
    REQUIRE(set_budget(desk, {core::budget::PeriodKind::day, Money::minor(10000), {}}, console()));
    REQUIRE(raise(14000));
    REQUIRE(raise(15000));
    const auto third = raise(15001);
    REQUIRE_FALSE(third);
    CHECK(third.error().kind == ErrorKind::needs_approval);
    CHECK_THAT(third.error().sentence, Catch::Contains("last 31 days"));
    REQUIRE(raise(15000 * 7, core::budget::PeriodKind::week));
    CHECK_FALSE(raise(15001 * 30, core::budget::PeriodKind::month));
    shop.world.reopen();
    shop.world.clock.advance(24h * 3);
    CHECK_FALSE(set_budget(shop.world.desk(), {{}, Money::minor(15001), {}}, shop.world.manager));
    // Set back, it hides nothing: what was raised at a later date counts as well.
    shop.world.clock.set(shop.world.clock.now() - 24h * 400);
    CHECK_FALSE(set_budget(shop.world.desk(), {{}, Money::minor(15001), {}}, shop.world.manager));
    // Set ahead, it makes nothing old.
    shop.world.clock.set(shop.world.clock.now() + 24h * 800);
    CHECK_FALSE(set_budget(shop.world.desk(), {{}, Money::minor(15001), {}}, shop.world.manager));
    shop.world.clock.set(shop.world.clock.now() - 24h * 400);
    REQUIRE(tick(shop.world.desk()));
    for (int day = 0; day < 29; ++day) {
        shop.world.clock.advance(24h);
        REQUIRE(tick(shop.world.desk()));
    }
    CHECK(set_budget(shop.world.desk(), {{}, Money::minor(15001), {}}, shop.world.manager));
    CHECK(shop.world.trouble_in_the_books() == "");
}

}  // namespace
}  // namespace makegood::service
