#include "app/service/give.hpp"

#include <catch2/catch.hpp>

#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using core::recovery::Offer;
using tests::World;

Reported report_missing(World& world) {
    const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk);
    REQUIRE(reported);
    return *reported;
}

const Offer& offer_with(const Reported& reported, core::gesture::Paper paper) {
    for (const auto* offers : {&reported.cards, &reported.free})
        for (const auto& offer : *offers)
            if (offer.paper == paper) return offer;
    FAIL("no offer with that paper");
    throw std::logic_error("unreachable");
}

core::budget::Period money(World& world) {
    return *show_budget(world.desk());
}

TEST_CASE("a missing article is answered with offers that fit the money, and two that cost nothing") {
    World world;
    const auto reported = report_missing(world);
    CHECK(reported.article_name == "Coconut oil 400 ml");
    CHECK(reported.times == 1);
    REQUIRE_FALSE(reported.cards.empty());
    CHECK(reported.cards.front().article.text() == tests::large_coconut_oil);
    CHECK(reported.free.size() >= 2);
    for (const auto& offer : reported.free) CHECK(offer.cost == Money{});
    CHECK(report_missing(world).times == 2);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("giving reserves the money and queues the paper at once") {
    World world;
    const auto reported = report_missing(world);
    const auto& offer = offer_with(reported, core::gesture::Paper::sticker);
    const auto given = give(world.desk(), offer.id, world.clerk);
    REQUIRE(given);
    CHECK(given->job);
    CHECK(money(world).reserved_cost == offer.cost);
    CHECK(money(world).reserved_worth == offer.worth);
    CHECK(world.desk().given[offer.article] == 1);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("the same offer given twice is one recovery") {
    World world;
    const auto offer = report_missing(world).cards.front();
    const auto first = give(world.desk(), offer.id, world.clerk);
    const auto second = give(world.desk(), offer.id, world.clerk);
    REQUIRE(second);
    CHECK(first->recovery == second->recovery);
    CHECK(money(world).reserved_cost == offer.cost);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("a second offer of the same incident is refused, and so is a closed incident") {
    World world;
    const auto reported = report_missing(world);
    REQUIRE(give(world.desk(), reported.cards.front().id, world.clerk));
    const auto second = give(world.desk(), reported.free.front().id, world.clerk);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::refused);

    const auto other = report_missing(world);
    REQUIRE(close_incident(world.desk(), other.incident, "none-of-these", world.clerk));
    const auto late = give(world.desk(), other.cards.front().id, world.clerk);
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == ErrorKind::refused);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("undo within a minute gives everything back; after it, nothing") {
    World world;
    const auto offer = report_missing(world).cards.front();
    const auto first = give(world.desk(), offer.id, world.clerk);
    world.clock.advance(std::chrono::seconds(59));
    REQUIRE(undo(world.desk(), first->recovery, world.clerk));
    CHECK(money(world).reserved_cost == Money{});
    CHECK(money(world).reserved_worth == Money{});
    CHECK(world.desk().given[offer.article] == 0);
    REQUIRE(undo(world.desk(), first->recovery, world.clerk));  // twice does no harm

    const auto again = report_missing(world).cards.front();
    const auto second = give(world.desk(), again.id, world.clerk);
    world.clock.advance(std::chrono::seconds(61));
    const auto late = undo(world.desk(), second->recovery, world.clerk);
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == ErrorKind::refused);
    CHECK(money(world).reserved_cost == again.cost);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("goods become spent when the time to undo is over; vouchers stay reserved") {
    World world;
    const auto goods = offer_with(report_missing(world), core::gesture::Paper::sticker);
    REQUIRE(give(world.desk(), goods.id, world.clerk));
    const auto paper = offer_with(report_missing(world), core::gesture::Paper::voucher);
    REQUIRE(give(world.desk(), paper.id, world.clerk));
    world.clock.advance(std::chrono::minutes(2));
    REQUIRE(tick(world.desk()));
    CHECK(money(world).spent_cost == goods.cost);
    CHECK(money(world).reserved_cost == paper.cost);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("when the money is used up, offers that cost nothing remain and giving more is refused") {
    World world;
    const auto reported = report_missing(world);
    core::budget::Limit limit;
    limit.cost = reported.cards.front().cost - Money::minor(1);
    REQUIRE(set_budget(world.desk(), limit, world.manager));
    const auto refused = give(world.desk(), reported.cards.front().id, world.clerk);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::refused);

    limit.cost = Money{};
    REQUIRE(set_budget(world.desk(), limit, world.manager));
    const auto poor = report_missing(world);
    for (const auto& card : poor.cards) CHECK(card.cost == Money{});
    CHECK(poor.free.size() >= 2);
    CHECK_FALSE(poor.note.empty());
    REQUIRE(give(world.desk(), poor.free.front().id, world.clerk));
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("a change of period or limit does not give the money again") {
    World world;
    const auto card = report_missing(world).cards.front();
    REQUIRE(give(world.desk(), card.id, world.clerk));
    using core::budget::PeriodKind;
    for (const auto kind : {PeriodKind::week, PeriodKind::month, PeriodKind::day}) {
        const auto period = set_budget(world.desk(), {kind, card.cost, {}}, world.manager);
        REQUIRE(period);
        CHECK(period->reserved_cost == card.cost);
        CHECK(period->available_cost() == Money{});
        const auto reported = report_missing(world);
        for (const auto& offer : reported.cards) CHECK(offer.cost == Money{});
    }
    world.clock.advance(std::chrono::hours(24));
    CHECK(money(world).available_cost() == card.cost);
    REQUIRE(set_budget(world.desk(), {PeriodKind::month, card.cost, {}}, world.manager));
    CHECK(money(world).available_cost() == Money{});
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("what was given is no longer offered when the shelf is empty") {
    World world;
    int large_given = 0;
    core::budget::Limit plenty;
    plenty.cost = Money::minor(1'000'000);
    REQUIRE(set_budget(world.desk(), plenty, world.manager));
    for (int i = 0; i < 20; ++i) {
        const auto reported = report_missing(world);
        REQUIRE_FALSE(reported.cards.empty());
        const auto& best = reported.cards.front();
        if (best.article.text() != tests::large_coconut_oil) break;
        REQUIRE(give(world.desk(), best.id, world.clerk));
        ++large_given;
    }
    CHECK(large_given > 0);
    CHECK(large_given <= 14);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("without a printer nothing that needs paper is offered") {
    World world;
    world.desk().settings.prints = false;
    const auto reported = report_missing(world);
    REQUIRE_FALSE(reported.cards.empty());
    for (const auto& offer : reported.cards) CHECK(offer.paper == core::gesture::Paper::none);
    CHECK(reported.free.size() >= 2);
    CHECK(reported.note.find("No printer") != std::string::npos);
    CHECK_FALSE(give(world.desk(), reported.cards.front().id, world.clerk)->job);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("without a printer it is still said which money was short") {
    World world;
    const core::budget::Limit little{core::budget::PeriodKind::day, Money::minor(300), {}};
    REQUIRE(set_budget(world.desk(), little, world.manager));
    const auto with = report_missing(world);
    REQUIRE_FALSE(with.note.empty());
    world.desk().settings.prints = false;
    const auto without = report_missing(world);
    CAPTURE(with.note, without.note);
    CHECK(without.note.find(with.note) == 0);
    CHECK(without.note.find("No printer") != std::string::npos);
}

TEST_CASE("unknown things are named in a sentence") {
    World world;
    CHECK(report_stock_out(world.desk(), "4006381333931", 1, world.clerk).error().kind ==
          ErrorKind::not_found);
    CHECK(report_stock_out(world.desk(), tests::coconut_oil, 0, world.clerk).error().kind ==
          ErrorKind::bad_input);
    CHECK(give(world.desk(), OfferId("o9-9.9"), world.clerk).error().kind == ErrorKind::not_found);
    CHECK(undo(world.desk(), RecoveryId("r9-9"), world.clerk).error().kind == ErrorKind::not_found);
}

}  // namespace
}  // namespace makegood::service
