// Of one question the candidates that come first whatever stands on the shelf and whatever customers
// answered: who asks the same again looks only at these.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "app/core/substitute/article_facts.hpp"

namespace makegood::core::substitute {

// Where a candidate comes in the order of an answer.
struct Standing {
    int by_hand = 0;
    double score = 0;
    std::uint64_t tie = 0;
    catalogue::Row row = 0;
    bool before(const Standing& other) const {
        if (by_hand != other.by_hand) return by_hand > other.by_hand;
        if (score != other.score) return score > other.score;
        return tie != other.tie ? tie < other.tie : row < other.row;
    }
};

struct Shortlist {
    // More than an answer mostly needs: some of them are gone.
    static constexpr std::size_t nearest = 64, gains = 24;

    struct Listed {
        Place place = 0;
        double score = 0;  // where no answer speaks of it
    };
    std::vector<Listed> listed;
    // All others come after these; nullopt: there are no others.
    std::optional<Standing> last_near, last_gain;
};

}  // namespace makegood::core::substitute
