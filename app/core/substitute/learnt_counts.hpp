// Counts that were learnt before and kept by article, brought together for use with a catalogue.
#pragma once
#include <memory>
#include <vector>

#include "app/core/substitute/learnt.hpp"

namespace makegood::core::substitute {

class LearntCounts {
  public:
    explicit LearntCounts(std::size_t articles) : households_of_(articles, 0), of_row_(articles) {}

    void add_households(catalogue::Row row, std::uint32_t households) { households_of_[row] += households; }
    // A pair is added once; it counts for both.
    void add_pair(catalogue::Row row, catalogue::Row other, std::uint32_t households) {
        of_row_[row].push_back({other, households});
        of_row_[other].push_back({row, households});
    }
    // Of the pairs of a row those with the most households are kept. To be asked once.
    std::shared_ptr<const Learnt> build(std::uint64_t households, std::uint64_t lines,
                                        std::size_t pairs_kept = Learnt::pairs_kept);

  private:
    std::vector<std::uint32_t> households_of_;
    std::vector<std::vector<LearntPair>> of_row_;
};

}  // namespace makegood::core::substitute
