#include "app/core/substitute/learnt_counts.hpp"

#include <algorithm>

#include "app/base/check.hpp"

namespace makegood::core::substitute {
namespace {

// Appends the best of a row to `pairs`, and gives back what the row took.
void take_best(std::vector<LearntPair>& row, std::size_t pairs_kept, std::vector<LearntPair>& pairs) {
    if (row.size() > pairs_kept) {
        const auto end = row.begin() + static_cast<std::ptrdiff_t>(pairs_kept);
        std::partial_sort(row.begin(), end, row.end(), [](const LearntPair& a, const LearntPair& b) {
            return a.households != b.households ? a.households > b.households : a.other < b.other;
        });
        row.resize(pairs_kept);
    }
    std::sort(row.begin(), row.end(),
              [](const LearntPair& a, const LearntPair& b) { return a.other < b.other; });
    pairs.insert(pairs.end(), row.begin(), row.end());
    MAKEGOOD_CHECK(pairs.size() < UINT32_MAX);
    std::vector<LearntPair>().swap(row);
}

}  // namespace

std::shared_ptr<const Learnt> LearntCounts::build(std::uint64_t households, std::uint64_t lines,
                                                  std::size_t pairs_kept) {
    std::vector<std::uint32_t> at{0};
    std::vector<LearntPair> pairs;
    at.reserve(of_row_.size() + 1);
    for (auto& row : of_row_) {
        take_best(row, pairs_kept, pairs);
        at.push_back(static_cast<std::uint32_t>(pairs.size()));
    }
    auto learnt = std::make_shared<Learnt>();
    learnt->households = std::move(households_of_);
    learnt->pairs_at = std::move(at);
    learnt->pairs = std::move(pairs);
    learnt->totals = std::vector<std::uint64_t>{households, lines};
    return learnt;
}

}  // namespace makegood::core::substitute
