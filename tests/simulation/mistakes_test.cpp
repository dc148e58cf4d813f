#include "tests/simulation/mistakes.hpp"

#include <catch2/catch.hpp>
#include <cstdio>

#include "tests/simulation/rights_world.hpp"
#include "tests/support/seed.hpp"

using namespace makegood::simulation;

namespace {

constexpr std::int64_t steps_of_a_seed = 5'000, most_worlds = 6'000;

// In how many worlds it was found; 0: it was not.
std::int64_t worlds_until_found(Mistake mistake, std::uint64_t first) {
    for (std::int64_t at = 0; at < most_worlds; ++at) {
        const auto protocol = protocol_with(mistake);
        ShelvesInMemory shelves;
        const auto outcome =
            World(first + static_cast<std::uint64_t>(at), steps_of_a_seed, *protocol, shelves).run();
        if (!outcome.fault) continue;
        std::printf("%s: %s (world %lld)\n", name_of(mistake), outcome.fault->c_str(),
                    static_cast<long long>(at + 1));
        return at + 1;
    }
    return 0;
}

}  // namespace

TEST_CASE("every planted mistake is found") {
    const auto first = makegood::tests::any_seed("mistakes");
    for (const auto mistake : all_mistakes) {
        INFO(name_of(mistake));
        CHECK(worlds_until_found(mistake, first) > 0);
    }
}
