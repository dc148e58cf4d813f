// How alike the names of articles are, by the words that tell something: rare words tell most.
#pragma once
#include <memory>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"
#include "app/core/substitute/age_words.hpp"

namespace makegood::core::substitute {

class Names {
  public:
    // Keeps a reference to the catalogue.
    explicit Names(const catalogue::Catalogue& articles);

    // The telling words of one article's name.
    struct Sought {
        std::vector<catalogue::WordId> words;  // rarest first
        std::uint64_t bits = 0;
        double length = 0;  // of the vector of their weights
        bool empty() const { return words.empty(); }
    };
    // One bit of 64 for every telling word of a name; two names with no bit in common share no such word.
    std::uint64_t bits(catalogue::Row row) const;
    // What the cosine can be at most for a name with these bits.
    double likeness_at_most(const Sought& sought, std::uint64_t bits) const;
    Sought sought(catalogue::Row row) const;
    // The cosine of the two names' weighted words, 0 to 1.
    double likeness(const Sought& sought, catalogue::Row other) const;
    // What the words of its name say of an age limit.
    AgeWords age_words(catalogue::Row row) const;

  private:
    const catalogue::Catalogue& articles_;
    std::vector<float> weight_;  // by word; 0: tells nothing (numbers, very short words)
    std::vector<AgeHint> hint_;  // by word
};

}  // namespace makegood::core::substitute
