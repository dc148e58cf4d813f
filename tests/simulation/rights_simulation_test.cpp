#include <catch2/catch.hpp>
#include <cstdio>

#include "tests/simulation/rights_world.hpp"
#include "tests/simulation/sqlite_shelf.hpp"
#include "tests/support/seed.hpp"

using namespace makegood::simulation;

namespace {

constexpr std::int64_t steps_of_a_seed = 5'000;

// Seeds first, first + 1, ...; tells the seed of a world in which the money ran away.
Counts run_worlds(std::uint64_t first, std::int64_t worlds) {
    Counts all;
    Protocol protocol;
    ShelvesInMemory shelves;
    for (std::int64_t at = 0; at < worlds; ++at) {
        const auto seed = first + static_cast<std::uint64_t>(at);
        const auto outcome = World(seed, steps_of_a_seed, protocol, shelves).run();
        INFO("MAKEGOOD_SEED=" << seed);
        if (outcome.fault) FAIL(*outcome.fault);
        all += outcome.counts;
    }
    std::printf(
        "%lld steps: %lld gestures, %lld undone, %lld exchanges, %lld with grants, %lld returns, %lld "
        "crashes, %lld restored, "
        "%lld cloned, %lld of them frozen at the start, %lld renewed, %lld limits, %lld hubs lost, %lld "
        "periods\n",
        static_cast<long long>(all.steps), static_cast<long long>(all.gestures),
        static_cast<long long>(all.undone), static_cast<long long>(all.exchanges),
        static_cast<long long>(all.granted), static_cast<long long>(all.returned),
        static_cast<long long>(all.crashes), static_cast<long long>(all.restored),
        static_cast<long long>(all.cloned), static_cast<long long>(all.frozen),
        static_cast<long long>(all.renewed), static_cast<long long>(all.limits),
        static_cast<long long>(all.hubs_lost), static_cast<long long>(all.periods));
    return all;
}

}  // namespace

TEST_CASE("many registers share one budget and none of it runs away") {
    const auto all = run_worlds(makegood::tests::any_seed("rights"), 2'000);
    CHECK(all.steps == 10'000'000);
}

TEST_CASE("none of it runs away in twenty thousand shops", "[long]") {
    const auto all = run_worlds(makegood::tests::any_seed("rights"), 20'000);
    CHECK(all.steps == 100'000'000);
}

// The product's stores in the place of the model's: the same seed must take the same course to the end.
std::int64_t run_on_sqlite(std::uint64_t first, std::int64_t worlds, std::int64_t steps) {
    std::int64_t all = 0;
    Protocol protocol;
    ShelvesInMemory memory;
    ShelvesInSqlite sqlite;
    for (std::int64_t at = 0; at < worlds; ++at) {
        const auto seed = first + static_cast<std::uint64_t>(at);
        INFO("MAKEGOOD_SEED=" << seed);
        const auto real = World(seed, steps, protocol, sqlite).run();
        if (real.fault) FAIL(*real.fault);
        REQUIRE(World(seed, steps, protocol, memory).run().trace == real.trace);
        all += real.counts.steps;
    }
    return all;
}

TEST_CASE("the product's own stores take the same course") {
    CHECK(run_on_sqlite(makegood::tests::any_seed("sqlite"), 20, 1'000) == 20'000);
}

TEST_CASE("the product's own stores take the same course over a million steps", "[long]") {
    CHECK(run_on_sqlite(makegood::tests::any_seed("sqlite"), 200, steps_of_a_seed) == 1'000'000);
}

TEST_CASE("the same seed gives the same trace") {
    Protocol protocol;
    ShelvesInMemory shelves;
    const auto seed = makegood::tests::any_seed("trace");
    const auto once = World(seed, steps_of_a_seed, protocol, shelves).run();
    CHECK(World(seed, steps_of_a_seed, protocol, shelves).run().trace == once.trace);
    CHECK(World(seed + 1, steps_of_a_seed, protocol, shelves).run().trace != once.trace);
}
