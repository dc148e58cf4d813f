// Takes the best rows out of what the words of a query found.
#pragma once
#include <array>
#include <vector>

#include "app/core/catalogue/asked_rows.hpp"
#include "app/core/catalogue/best_rows.hpp"

namespace makegood::core::catalogue {

class RatedRows {
  public:
    RatedRows(const Catalogue::Impl& all, const AskedRows& asked, const std::vector<std::size_t>& words,
              BestRows& best);

    // Offers the rows that lack exactly `missing` of the words to `best`: the less of what tells much they
    // lack, and the better they answer the others, the better.
    void offer(std::size_t missing);
    // How many of the words the rows with the most of them lack.
    std::size_t fewest_missing();

  private:
    using Bits = std::uint64_t;                               // of 64 rows
    using Lacking = std::array<Bits, Query::most_words + 1>;  // [n]: those that lack n of the words
    struct Word {
        std::vector<AskedRows::Way> ways;
        RowSet any;  // all ways; once join_ways() was called
        unsigned weight = 0;
    };
    void offer_with_most(std::size_t missing);
    Bits with_all(std::size_t block) const;
    Lacking lacking(std::size_t block, std::size_t most) const;
    void join_ways();
    std::uint32_t fault(std::uint32_t rank) const;
    // How many words the name says beyond those that are asked for and not missing, up to some.
    std::uint32_t more_than_asked(std::uint32_t rank, std::size_t missing) const;

    const Catalogue::Impl& all_;
    std::vector<Word> words_;
    std::uint32_t least_ = 0;  // fault that any row with all words has
    BestRows& best_;
};

}  // namespace makegood::core::catalogue
