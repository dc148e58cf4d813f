#include "app/service/counter_answers.hpp"

#include <catch2/catch.hpp>

#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "app/service/suggestions.hpp"
#include "app/service/unmet.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using core::recovery::Offer;
using tests::World;

Reported report_missing(World& world, const char* article = tests::coconut_oil, std::int64_t pieces = 1) {
    const auto reported = report_stock_out(world.desk(), article, pieces, world.clerk);
    REQUIRE(reported);
    return *reported;
}

void give_it(World& world, const Offer& offer) {
    REQUIRE(give(world.desk(), offer.id, world.clerk));
}

// The time to undo is over.
void wait(World& world) {
    world.clock.advance(std::chrono::minutes(5));
    tests::must(tick(world.desk()));
}

std::uint64_t answers(World& world) {
    return world.desk().engine->sources().outcomes;
}

double score_of(World& world, const char* article) {
    const auto suggestions = suggest(world.desk(), tests::coconut_oil, 10);
    REQUIRE(suggestions);
    for (const auto& suggestion : *suggestions)
        if (suggestion.article.number.text() == article) return suggestion.substitute.score;
    FAIL("not suggested");
    return 0;
}

TEST_CASE("what was recorded in error was not missing, teaches nothing and is no demand") {
    World world;
    const auto offered = [&] {
        const auto found = suggest(world.desk(), tests::coconut_oil, 10);
        REQUIRE(found);
        return std::any_of(found->begin(), found->end(), [](const auto& each) {
            return each.article.number.text() == tests::organic_coconut_oil;
        });
    };
    const auto wrong = report_missing(world, tests::organic_coconut_oil);
    REQUIRE_FALSE(wrong.cards.empty());
    CHECK_FALSE(offered());
    REQUIRE(close_incident(world.desk(), wrong.incident, std::string(ports::recorded_in_error), world.clerk));
    for (int i = 0; i < 2; ++i) {
        CHECK(offered());
        CHECK(answers(world) == 0);
        CHECK(unmet(world.desk(), 30)->articles.empty());
        CHECK(world.trouble_in_the_books() == "");
        world.reopen();
    }
    const auto right = report_missing(world, tests::organic_coconut_oil);
    CHECK(right.times == 1);
    CHECK_FALSE(offered());
}

TEST_CASE("an answer that a clock of years ahead recorded does not outweigh all that follow") {
    World world;
    const auto now = world.clock.now();
    world.clock.set(now + std::chrono::hours(24 * 365 * 9));
    REQUIRE(close_incident(world.desk(), report_missing(world).incident, "left", world.clerk));
    world.clock.set(now);
    world.reopen();
    CHECK(answers(world) == 0);
    REQUIRE(close_incident(world.desk(), report_missing(world).incident, "left", world.clerk));
    const auto counted = answers(world);
    CHECK(counted > 0);
    world.reopen();
    CHECK(answers(world) == counted);
}

TEST_CASE("what was taken gains, what was shown beside it loses, and a restart changes nothing of that") {
    World world;
    const double large = score_of(world, tests::large_coconut_oil),
                 organic = score_of(world, tests::organic_coconut_oil);
    const auto reported = report_missing(world);
    REQUIRE(reported.cards.front().article.text() == tests::large_coconut_oil);
    give_it(world, reported.cards.front());
    CHECK(answers(world) == 0);  // it can still be undone
    wait(world);
    CHECK(answers(world) == 2);
    const double large_now = score_of(world, tests::large_coconut_oil),
                 organic_now = score_of(world, tests::organic_coconut_oil);
    CHECK(large_now > large);
    CHECK(organic_now < organic);
    world.reopen();
    CHECK(answers(world) == 2);
    CHECK(score_of(world, tests::large_coconut_oil) == Approx(large_now));
    CHECK(score_of(world, tests::organic_coconut_oil) == Approx(organic_now));
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("what was undone was no answer") {
    World world;
    const auto reported = report_missing(world);
    const auto given = give(world.desk(), reported.cards.front().id, world.clerk);
    REQUIRE(given);
    REQUIRE(undo(world.desk(), given->recovery, world.clerk));
    wait(world);
    CHECK(answers(world) == 0);
    world.reopen();
    CHECK(answers(world) == 0);
}

TEST_CASE("who leaves with nothing, or takes something else, has declined all that was shown") {
    World world;
    REQUIRE(close_incident(world.desk(), report_missing(world).incident, "left", world.clerk));
    CHECK(answers(world) == 2);
    give_it(world, report_missing(world).free.front());
    wait(world);
    CHECK(answers(world) == 4);
    world.reopen();
    CHECK(answers(world) == 4);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("what is reported missing is not offered, until the stock is counted anew") {
    World world;
    report_missing(world, tests::large_coconut_oil);
    const auto offered = [&] {
        const auto suggestions = suggest(world.desk(), tests::coconut_oil, 10);
        return std::any_of(suggestions->begin(), suggestions->end(), [](const auto& each) {
            return each.article.number.text() == tests::large_coconut_oil;
        });
    };
    CHECK_FALSE(offered());
    CHECK(find_scanned(world.desk(), tests::large_coconut_oil)->stock == 0);
    world.reopen();
    CHECK_FALSE(offered());
    ports::CatalogueImported import;
    import.file = "catalogue-1.db";
    tests::must(world.desk().store.commit({world.clock.now(), {}}, import));
    world.reopen();
    CHECK_FALSE(offered());  // it said nothing of stock
    import.with_stock = true;
    tests::must(world.desk().store.commit({world.clock.now(), {}}, import));
    forget_given(world.desk());
    CHECK(offered());
    world.reopen();
    CHECK(offered());
    CHECK(world.trouble_in_the_books() == "");
}

}  // namespace
}  // namespace makegood::service
