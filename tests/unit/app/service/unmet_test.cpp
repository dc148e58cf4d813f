#include "app/service/unmet.hpp"

#include <catch2/catch.hpp>

#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using tests::World;

Reported report_missing(World& world, const char* article = tests::coconut_oil, std::int64_t pieces = 1) {
    const auto reported = report_stock_out(world.desk(), article, pieces, world.clerk);
    REQUIRE(reported);
    return *reported;
}

void give_it(World& world, const core::recovery::Offer& offer) {
    REQUIRE(give(world.desk(), offer.id, world.clerk));
}

void leave(World& world, const Reported& reported) {
    REQUIRE(close_incident(world.desk(), reported.incident, "left", world.clerk));
}

void ask(World& world, const char* words) {
    REQUIRE(record_words(world.desk(), words, world.clerk));
}

core::incident::UnmetDemand ledger(World& world, int days) {
    const auto demand = unmet(world.desk(), days);
    REQUIRE(demand);
    return *demand;
}

TEST_CASE("the ledger of unmet demand counts what was asked for and what came of it") {
    World world;
    const auto taken = report_missing(world, tests::coconut_oil, 2);
    give_it(world, taken.cards.front());
    give_it(world, report_missing(world).free.front());
    leave(world, report_missing(world));
    report_missing(world);  // still open: nothing was given
    report_missing(world, tests::organic_coconut_oil);

    const auto list = ledger(world, 30).articles;
    REQUIRE(list.size() == 2);
    const auto& oil = list.front();
    CHECK(oil.article.text() == tests::coconut_oil);
    CHECK(oil.name == "Coconut oil 400 ml");
    CHECK(oil.times == 4);
    CHECK(oil.pieces == 5);
    CHECK(oil.without == 2);
    CHECK(oil.otherwise == 1);
    CHECK(oil.cost == taken.cards.front().cost);
    REQUIRE_FALSE(oil.instead.empty());
    CHECK(oil.instead.front().article == taken.cards.front().article);
    CHECK(oil.instead.front().taken == 1);
    CHECK(oil.instead.front().offered >= 4);

    world.clock.advance(std::chrono::hours(24 * 31));
    CHECK(ledger(world, 30).articles.empty());
    CHECK(ledger(world, 32).articles.size() == 2);
}

TEST_CASE("each article is counted by the day on which it was asked for") {
    World world;
    const auto first = report_missing(world, tests::coconut_oil, 3);
    leave(world, report_missing(world));
    world.clock.advance(std::chrono::hours(24));
    give_it(world, first.cards.front());  // of yesterday
    const auto undone = give(world.desk(), report_missing(world).cards.front().id, world.clerk);
    REQUIRE(undone);

    const auto days_of = [&](int days) { return ledger(world, days).articles.front().days; };
    auto days = days_of(2);
    REQUIRE(days.size() == 2);
    CHECK(base::format_date(days[0].day) == "2026-11-22");
    CHECK(days[0].times == 2);
    CHECK(days[0].pieces == 4);
    CHECK(days[0].taken == 1);
    CHECK(days[0].without == 1);
    CHECK(days[0].cost == first.cards.front().cost);
    CHECK(base::format_date(days[1].day) == "2026-11-23");
    CHECK(days[1].taken == 1);
    CHECK(days[1].cost > Money());

    REQUIRE(undo(world.desk(), undone->recovery, world.clerk));
    days = days_of(1);  // today alone, however early it is
    REQUIRE(days.size() == 1);
    CHECK(days[0].times == 1);
    CHECK(days[0].taken == 0);
    CHECK(days[0].without == 1);
    CHECK(days[0].cost == Money());
}

TEST_CASE("what a clock of years ahead recorded is of no day that was") {
    World world;
    const auto now = world.clock.now();
    world.clock.set(now + std::chrono::hours(24 * 365 * 9));
    report_missing(world);
    ask(world, "tofu");
    world.clock.set(now);
    report_missing(world, tests::organic_coconut_oil);
    const auto list = ledger(world, 30);
    REQUIRE(list.articles.size() == 1);
    CHECK(list.articles.front().article.text() == tests::organic_coconut_oil);
    CHECK(list.words.empty());
}

TEST_CASE("what is not sold here is written down in words") {
    World world;
    CHECK(*record_words(world.desk(), "  oat   milk\t", world.clerk) == "oat milk");
    CHECK(record_words(world.desk(), " \n", world.clerk).error().kind == ErrorKind::bad_input);
    CHECK(record_words(world.desk(), std::string(201, 'x'), world.clerk).error().kind ==
          ErrorKind::bad_input);
    std::string thai;  // 3 bytes a letter
    for (int i = 0; i < 200; ++i) thai += "\u0e01";
    CHECK(record_words(world.desk(), thai + "\u0e01", world.clerk).error().kind == ErrorKind::bad_input);
    CHECK(record_words(world.desk(), "\xff", world.clerk).error().kind == ErrorKind::bad_input);
    const auto asked = world.desk().store.asked_in_words(world.clock.now() - std::chrono::hours(1));
    REQUIRE(asked->size() == 1);
    CHECK(asked->front().words == "oat milk");
    CHECK(record_words(world.desk(), thai, world.clerk));
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("the same words are one demand, however they were written") {
    World world;
    for (const char* words : {"tofu", "Oat milk", "OAT  MILK", "oat-milk", "???", "???"}) ask(world, words);
    const auto last = world.clock.now();
    auto words = ledger(world, 30).words;
    REQUIRE(words.size() == 3);
    CHECK(words[0].words == "oat-milk");
    CHECK(words[0].times == 3);
    CHECK(words[0].last == last);
    CHECK(words[1].words == "???");
    CHECK(words[1].times == 2);
    CHECK(words[2].words == "tofu");

    world.clock.advance(std::chrono::hours(24 * 30));
    ask(world, "tofu");
    words = ledger(world, 30).words;
    REQUIRE(words.size() == 1);
    CHECK(words[0].words == "tofu");
    CHECK(words[0].times == 1);
    CHECK(ledger(world, 31).words.size() == 3);
}

}  // namespace
}  // namespace makegood::service
