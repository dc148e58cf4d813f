#include "app/core/recovery/chance.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using namespace makegood::core::recovery;

namespace {

// How often each index comes up over every possible draw, and what it says its probability is.
struct Tally {
    std::vector<std::uint64_t> hits;
    std::vector<Percent> claimed;
    std::uint64_t draws = 0;
};

Tally every_draw(const std::vector<int>& weights, std::size_t count) {
    Tally tally{std::vector<std::uint64_t>(weights.size()), std::vector<Percent>(weights.size()), 1};
    for (std::uint64_t chance = 0; chance < tally.draws; ++chance) {
        const auto drawn = draw_some(weights, count, [&](std::uint64_t bound) {
            tally.draws = bound;
            return chance;
        });
        CHECK(drawn.size() == std::min(count, weights.size()));
        for (const auto& each : drawn) {
            ++tally.hits[each.index];
            tally.claimed[each.index] = each.probability;
        }
    }
    return tally;
}

}  // namespace

TEST_CASE("What a draw says of its probability is what happens over all draws") {
    struct Case {
        std::vector<int> weights;
        std::size_t count;
    };
    const Case cases[] = {{{1}, 1},          {{1, 1}, 1},          {{1, 3}, 1},         {{1, 1, 1}, 2},
                          {{5, 1, 1, 1}, 2}, {{2, 3, 4, 5, 6}, 3}, {{100, 100, 1}, 2},  {{1, 2}, 5},
                          {{7, 7, 7, 7}, 4}, {{9, 4, 1, 1, 1}, 3}, {{1, 1, 1, 1, 1}, 1}};
    for (const auto& each : cases) {
        CAPTURE(each.weights, each.count);
        const auto tally = every_draw(each.weights, each.count);
        for (std::size_t i = 0; i < each.weights.size(); ++i) {
            const auto share = static_cast<double>(tally.hits[i]) / static_cast<double>(tally.draws);
            CHECK(static_cast<double>(tally.claimed[i].basis_points()) / 10'000 ==
                  Approx(share).margin(0.0001));
        }
    }
}

TEST_CASE("Nothing is drawn from nothing, and no chance is asked where there is no choice") {
    const Draw never = [](std::uint64_t) -> std::uint64_t {
        FAIL("no draw was needed");
        return 0;
    };
    CHECK(draw_some({}, 3, never).empty());
    CHECK(draw_some({1, 2}, 0, never).empty());
    CHECK(draw_some({1, 2, 3}, 3, never).size() == 3);
}

TEST_CASE("Weights below one count as one") {
    CHECK(every_draw({0, -5, 1}, 1).hits == std::vector<std::uint64_t>{1, 1, 1});
}
