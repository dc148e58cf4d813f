// The look through journal and tables that goes on while the register works.
#include <catch2/catch.hpp>

#include "tests/support/histories.hpp"

namespace makegood {
namespace {

constexpr CivilDate today = std::chrono::year{2026} / 11 / 22;

struct Register {
    tests::ScratchFolder folder;
    std::unique_ptr<tests::RegisterFiles> files = tests::must(tests::RegisterFiles::open(folder.path()));
    tests::History history{files->store(), 3};

    Register() {
        history.open_shop(files->signer().public_key_hex());
        for (int i = 0; i < 200; ++i) history.step();
    }
    std::uint64_t events() { return tests::must(files->store().head()).sequence; }
    void edit(const char* sql) { files->connection().execute(sql); }
    // Steps until something was found; how many there were, and what.
    std::pair<int, std::string> look(CivilDate day) {
        for (int steps = 1; steps <= 40; ++steps)
            if (const auto looked = files->store().look_further(10, day); !looked)
                return {steps, looked.error().sentence};
        return {40, ""};
    }
};

}  // namespace

TEST_CASE("the look goes on in steps beside the work and finds nothing in a register that is well") {
    Register shop;
    for (int i = 0; i < 60; ++i) {
        REQUIRE(shop.files->store().look_further(10, today));
        shop.history.step();
    }
    CHECK(shop.look(base::add_days(today, 1)).second == "");
}

TEST_CASE("a change is found in its turn, and then nothing more is recorded") {
    Register shop;
    shop.edit("DROP TRIGGER journal_is_never_changed");
    shop.edit("UPDATE journal SET hash = zeroblob(32) WHERE sequence = 95");
    const auto [steps, sentence] = shop.look(today);
    CHECK(steps == 10);
    CHECK_THAT(sentence, Catch::Contains("Event 95 was changed"));
    const auto events = shop.events();
    CHECK_FALSE(shop.files->store().commit({Instant{}, {}}, ports::ClockSetBack{}));
    CHECK(shop.events() == events);
}

TEST_CASE("a change made after the look is found by the next day's") {
    Register shop;
    REQUIRE(shop.look(today).second == "");
    shop.edit("UPDATE spending SET spent_cost = spent_cost + 1");
    CHECK(shop.look(today).second == "");
    CHECK_THAT(shop.look(base::add_days(today, 1)).second, Catch::Contains("Somebody changed the tables"));
    REQUIRE(shop.files->store().make_tables_anew());
    CHECK(shop.look(base::add_days(today, 1)).second == "");
    shop.history.step();
    CHECK(shop.files->trouble() == "");
}

}  // namespace makegood
