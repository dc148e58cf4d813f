// Draws that can be audited: every choice comes with the probability it had.
#pragma once
#include <cstddef>
#include <vector>

#include "app/core/recovery/compose.hpp"

namespace makegood::core::recovery {

struct Drawn {
    std::size_t index;
    Percent probability;  // with which this one was among the drawn, to a hundredth of a percent
};

// `count` of `weights.size()`, by weight (at least 1 each), in their order; all when there are no more than
// `count`. Systematic sampling: one draw, and the probabilities are exactly proportional to the weights
// (Madow 1949); a weight so large that it is sure to be drawn has probability 100 %.
std::vector<Drawn> draw_some(const std::vector<int>& weights, std::size_t count, const Draw& draw);

// All draws of one answer come out of one drawn number, which is recorded with it: whoever has the number
// makes the same draws again.
Draw draws_of(std::uint64_t drawn);

}  // namespace makegood::core::recovery
