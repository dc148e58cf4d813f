// Random histories: the tables are what the journal says, and the money is what was counted beside them.
#include <SQLiteCpp/Savepoint.h>

#include <catch2/catch.hpp>

#include "tests/support/histories.hpp"
#include "tests/support/seed.hpp"

namespace makegood {
namespace {

void live_one_history(std::uint64_t seed, int steps) {
    INFO("seed " << seed);
    const tests::ScratchFolder folder;
    auto files = tests::must(tests::RegisterFiles::open(folder.path()));
    tests::History history(files->store(), seed);
    history.open_shop(files->signer().public_key_hex());
    for (int i = 0; i < steps; ++i) {
        history.step();
        if (i == steps / 2) {
            files.reset();
            files = tests::must(tests::RegisterFiles::open(folder.path()));
            history.use(files->store());
        }
    }
    REQUIRE(history.counted_by_store() == history.counted_here());
    REQUIRE(files->trouble() == "");
    history.for_each_gift([&](const RecoveryId& id) { tests::must(files->store().prove(id)); });
}

}  // namespace

TEST_CASE("a rebuild from the journal makes the same tables") {
    for (std::uint64_t seed = 1; seed <= 15; ++seed) live_one_history(seed, 160);
}

TEST_CASE("a rebuild from a long journal makes the same tables", "[long]") {
    const auto first = tests::any_seed("long journals");
    for (std::uint64_t seed = first; seed < first + 200; ++seed) live_one_history(seed, 400);
}

TEST_CASE("a rebuild names the row that was changed behind the journal's back") {
    const tests::ScratchFolder folder;
    auto files = tests::must(tests::RegisterFiles::open(folder.path()));
    tests::History history(files->store(), 7);
    history.open_shop(files->signer().public_key_hex());
    for (int i = 0; i < 100; ++i) history.step();
    struct Case {
        const char* sql;
        const char* expected;
    };
    for (const auto& [sql, expected] :
         {Case{"UPDATE spending SET spent_cost = spent_cost + 1", "spent_cost is"},
          Case{"DELETE FROM recoveries WHERE place = (SELECT max(place) FROM recoveries)", "is missing"},
          Case{"INSERT INTO incidents VALUES (99999999999999, 0, 'zzz', 1, 1, '', '', 99999999999999, 0, '')",
               "does not follow"},
          Case{"UPDATE shop SET store = 'x'", "store is \"x\""}}) {
        SQLite::Savepoint undone(files->connection().database(), "edit");
        files->connection().execute(sql);
        CHECK_THAT(files->trouble(), Catch::Contains(expected));
    }
    CHECK(files->trouble() == "");
}

}  // namespace makegood
