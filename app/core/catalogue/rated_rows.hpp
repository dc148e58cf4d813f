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
    void offer_block(std::size_t block, Bits rows);
    Bits with_all(std::size_t block, std::uint32_t fault_below) const;
    Lacking lacking(std::size_t block, std::size_t most) const;
    void join_ways();
    std::uint32_t fault(std::size_t block, unsigned bit) const;
    bool may_be_whole_name(std::size_t block, unsigned bit) const;

    const Catalogue::Impl& all_;
    std::vector<Word> words_;
    BestRows& best_;
};

}  // namespace makegood::core::catalogue
