#include "app/service/count_stock.hpp"

#include <catch2/catch.hpp>

#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using tests::World;

std::optional<std::int64_t> stock(World& world, const char* article) {
    const auto found = find_scanned(world.desk(), article);
    REQUIRE(found);
    return found->stock;
}

bool offered(World& world, const char* article) {
    const auto found = suggest(world.desk(), tests::coconut_oil, 10);
    REQUIRE(found);
    return std::any_of(found->begin(), found->end(),
                       [&](const auto& each) { return each.article.number.text() == article; });
}

void count(World& world, const char* article, std::int64_t pieces) {
    const auto found = count_stock(world.desk(), article, pieces, world.clerk);
    REQUIRE(found);
    CHECK(found->stock == pieces);
}

TEST_CASE("what somebody counted holds at once, and after a restart") {
    World world;
    count(world, tests::organic_coconut_oil, 0);
    CHECK_FALSE(offered(world, tests::organic_coconut_oil));
    count(world, tests::organic_coconut_oil, 24);
    for (int i = 0; i < 2; ++i) {
        CHECK(stock(world, tests::organic_coconut_oil) == 24);
        CHECK(offered(world, tests::organic_coconut_oil));
        CHECK(world.trouble_in_the_books() == "");
        world.reopen();
    }
}

TEST_CASE("an article that was missing is there again once it is counted") {
    World world;
    REQUIRE(report_stock_out(world.desk(), tests::organic_coconut_oil, 1, world.clerk));
    CHECK(stock(world, tests::organic_coconut_oil) == 0);
    count(world, tests::organic_coconut_oil, 6);
    CHECK(offered(world, tests::organic_coconut_oil));
    world.reopen();
    CHECK(stock(world, tests::organic_coconut_oil) == 6);
    REQUIRE(report_stock_out(world.desk(), tests::organic_coconut_oil, 1, world.clerk));
    CHECK(stock(world, tests::organic_coconut_oil) == 0);
}

TEST_CASE("what was given before is in the count, what is given after is not") {
    World world;
    const auto give_large = [&] {
        const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk);
        REQUIRE(reported);
        REQUIRE(reported->cards.front().article.text() == tests::large_coconut_oil);
        REQUIRE(give(world.desk(), reported->cards.front().id, world.clerk));
    };
    give_large();
    CHECK(stock(world, tests::large_coconut_oil) == 13);
    count(world, tests::large_coconut_oil, 30);
    give_large();
    for (int i = 0; i < 2; ++i) {
        CHECK(stock(world, tests::large_coconut_oil) == 29);
        world.reopen();
    }
    tests::must(world.desk().store.commit(
        {world.clock.now(), {}}, ports::CatalogueImported{"catalogue-9.db", "", 3, 0, 0, 3, 0, true}));
    world.reopen();
    CHECK(stock(world, tests::large_coconut_oil) == 14);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("a count that can't be is told, and nothing is recorded") {
    World world;
    const auto events = world.desk().store.head()->sequence;
    const auto trouble = [&](const char* article, std::int64_t pieces) {
        return count_stock(world.desk(), article, pieces, world.clerk).error().kind;
    };
    CHECK(trouble(tests::coconut_oil, -1) == ErrorKind::bad_input);
    CHECK(trouble(tests::coconut_oil, 1'000'001) == ErrorKind::bad_input);
    CHECK(trouble("4711", 3) == ErrorKind::not_found);
    CHECK(world.desk().store.head()->sequence == events);
}

}  // namespace
}  // namespace makegood::service
