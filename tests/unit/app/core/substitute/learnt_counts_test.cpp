#include "app/core/substitute/learnt_counts.hpp"

#include <catch2/catch.hpp>

using namespace makegood::core::substitute;

namespace {

std::vector<LearntPair> pairs_of(const Learnt& learnt, makegood::core::catalogue::Row row) {
    const auto pairs = learnt.pairs_of(row);
    return {pairs.begin(), pairs.end()};
}

}  // namespace

TEST_CASE("counts become lists by row, both ways") {
    LearntCounts counts(4);
    counts.add_households(2, 5);
    counts.add_households(2, 1);
    counts.add_pair(3, 0, 7);
    counts.add_pair(0, 2, 2);
    const auto learnt = counts.build(40, 99);
    CHECK(learnt->households_of(2) == 6);
    CHECK(learnt->households_of(1) == 0);
    CHECK(pairs_of(*learnt, 0) == std::vector<LearntPair>{{2, 2}, {3, 7}});
    CHECK(pairs_of(*learnt, 1).empty());
    CHECK(pairs_of(*learnt, 2) == std::vector<LearntPair>{{0, 2}});
    CHECK(pairs_of(*learnt, 3) == std::vector<LearntPair>{{0, 7}});
    CHECK(learnt->total_households() == 40);
    CHECK(learnt->lines() == 99);
}

TEST_CASE("of too many pairs those with the most households stay, by row") {
    LearntCounts counts(6);
    counts.add_pair(0, 1, 1);
    counts.add_pair(0, 2, 9);
    counts.add_pair(0, 3, 3);
    counts.add_pair(0, 4, 3);
    counts.add_pair(0, 5, 4);
    const auto learnt = counts.build(1, 1, 3);
    CHECK(pairs_of(*learnt, 0) == std::vector<LearntPair>{{2, 9}, {3, 3}, {5, 4}});
    CHECK(pairs_of(*learnt, 1) == std::vector<LearntPair>{{0, 1}});  // its own list is short
}
