// What receipts tell of articles: how many households buy each, and which two of a kind the same household
// buys at different times. Flat and immutable, so that it can be saved and used where it lies.
#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "app/base/result.hpp"
#include "app/core/catalogue/catalogue.hpp"
#include "app/core/catalogue/column.hpp"
#include "app/core/catalogue/image.hpp"

namespace makegood::core::substitute {

// An article that households bought at another time than the one in whose list it stands.
struct LearntPair {
    catalogue::Row other = 0;
    std::uint32_t households = 0;
    friend bool operator==(const LearntPair&, const LearntPair&) = default;
};

struct Learnt {
    catalogue::Column<std::uint32_t> households;  // per row of the catalogue; empty when nothing is learnt
    catalogue::Column<std::uint32_t> pairs_at;    // per row, and the end
    catalogue::Column<LearntPair> pairs;          // of each row by other row; at most `pairs_kept`
    catalogue::Column<std::uint64_t> totals;      // households, receipt lines
    std::shared_ptr<const void> lies_in;          // keeps the memory of columns that are not their own

    static constexpr std::size_t pairs_kept = 24;

    bool empty() const { return households.empty(); }
    std::uint32_t households_of(catalogue::Row row) const { return empty() ? 0 : households[row]; }
    std::span<const LearntPair> pairs_of(catalogue::Row row) const {
        return empty() ? std::span<const LearntPair>() : pairs.part(pairs_at, row);
    }
    std::uint64_t total_households() const { return totals.empty() ? 0 : totals[0]; }
    std::uint64_t lines() const { return totals.size() < 2 ? 0 : totals[1]; }
};

// Who buys more different articles than this is no household: a caterer, or one card for all. What they buy
// at different times says nothing of what goes instead of what.
inline constexpr std::size_t most_articles_of_a_household = 3'000;

// Takes receipt lines, household after household, and counts. Only what was bought and kept should come in:
// lines with a quantity and a value above nothing.
class LearntBuilder {
  public:
    // Keeps a reference. `pairs_kept`: of the pairs of a row, those with the most households.
    explicit LearntBuilder(const catalogue::Catalogue& articles, std::size_t pairs_kept = Learnt::pairs_kept);
    // All lines of a household one after the other; keys are the caller's, any numbers. A household that
    // comes again later counts as another one. Of one with too many articles no pairs are counted.
    void add(std::uint64_t household, std::uint64_t basket, catalogue::Row row);
    std::shared_ptr<const Learnt> build();

  private:
    struct Bought {
        catalogue::Row row;
        std::uint32_t kind;
        std::uint64_t basket;
    };
    void finish_household();
    void count_pairs(std::span<const Bought> of_one_kind);
    void gather_pairs();

    const catalogue::Catalogue& articles_;
    std::size_t pairs_kept_;
    std::uint64_t household_ = 0, households_ = 0, lines_ = 0;
    std::vector<Bought> bought_;  // of the household that is being read
    std::vector<std::uint32_t> households_of_;
    std::vector<std::uint64_t> new_pairs_;  // smaller row and larger row in one number, not counted yet
    struct Counted {
        std::uint64_t pair;
        std::uint32_t households;
    };
    std::vector<Counted> counted_;  // by pair
};

// For one more sale of `row`: which articles of its kind this household has now bought at another time, and
// had not before. `history`: what the household bought until now, in the order of time or any other; of too
// many articles no pair comes.
struct BoughtBefore {
    catalogue::Row row = 0;
    std::uint64_t basket = 0;
};
struct SaleEffect {
    bool new_household = false;  // the first time that it bought this article
    std::vector<catalogue::Row> newly_paired;
};
SaleEffect effect_of_sale(const catalogue::Catalogue& articles, std::span<const BoughtBefore> history,
                          catalogue::Row row, std::uint64_t basket);

// Hands the whole image to `sink`, piece by piece.
void write_image(const Learnt& learnt, const catalogue::ImageSink& sink);
// What was learnt, in `image`, which is aligned to eight bytes and kept by `owner`. failed: of another
// version, or not of a catalogue with so many articles. Whether it is of this very catalogue the caller must
// know.
Result<std::shared_ptr<const Learnt>> learnt_from_image(std::span<const std::byte> image,
                                                        std::shared_ptr<const void> owner,
                                                        std::size_t articles);

}  // namespace makegood::core::substitute
