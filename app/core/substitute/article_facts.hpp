// What the score and the first rules read of every article: side by side in the order of the categories, so
// that a kind is one walk through memory. Follows stock, prices and sales in place.
#pragma once
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"
#include "app/core/substitute/learnt.hpp"

namespace makegood::core::substitute {

// The position of an article in the order of categories (Catalogue::below_category(0)).
using Place = std::uint32_t;

// In how many pieces a package comes: "6 x 330 ml" is a multipack, "12 ct" a count.
enum class Holds : std::uint8_t { one, count, multipack };
Holds holds_of(const catalogue::Size& size);
// Whether fewer pieces of the one may stand for those of the other (rules.hpp: pieces_for).
constexpr bool may_differ_in_pieces(Holds a, Holds b) {
    return a == Holds::multipack || b == Holds::multipack || a != b;
}

struct Facts {
    static constexpr std::int32_t stock_unknown = std::numeric_limits<std::int32_t>::min();
    static constexpr std::int64_t price_unknown = -1;

    double log_price =
        std::numeric_limits<double>::quiet_NaN();                // of minor units; NaN: not known, or nothing
    double log_size = std::numeric_limits<double>::quiet_NaN();  // of the whole package; NaN: not known
    std::int64_t price = price_unknown;                          // minor units
    std::uint64_t name = 0;                                      // a few bits of every telling word
    std::uint32_t maker = 0;                                     // brand; 0: not known
    std::int32_t stock = stock_unknown;
    std::uint32_t households = 0;  // that were seen to buy it
    std::uint8_t tier = 0;         // of the brand; 0: not known
    catalogue::BaseUnit unit = catalogue::BaseUnit::none;
    Holds holds = Holds::one;
    bool organic = false;
};
static_assert(sizeof(Facts) == 48);

class FactTable {
  public:
    // Keeps a reference to the catalogue.
    FactTable(const catalogue::Catalogue& articles, const Learnt& learnt);

    std::size_t size() const { return facts_.size(); }
    const Facts& operator[](Place place) const { return facts_[place]; }
    catalogue::Row row(Place place) const { return rows_[place]; }
    Place place_of(catalogue::Row row) const { return places_[row]; }
    // The places at or below a category: [first, last).
    struct Range {
        Place first = 0, last = 0;
        bool has(Place place) const { return first <= place && place < last; }
        std::size_t size() const { return last - first; }
    };
    Range below(std::uint32_t category) const;

    // The mean of the households over the articles of exactly this category that anybody bought; 1 if none.
    double mean_households(std::uint32_t category) const;

    void set_stock(Place place, std::optional<std::int64_t> pieces);
    void set_price(Place place, std::optional<Money> price);
    void add_household(Place place);
    void set_organic(Place place) { facts_[place].organic = true; }
    void set_name(Place place, std::uint64_t bits) { facts_[place].name = bits; }

  private:
    struct KindCounts {
        std::uint64_t households = 0;
        std::uint32_t articles = 0;  // with at least one
    };
    KindCounts& counts_of(std::uint32_t category);
    Facts facts_of(const catalogue::ArticleView& view, std::uint32_t households);
    std::uint8_t tier_number(std::uint32_t id);

    const catalogue::Catalogue& articles_;
    std::span<const catalogue::Row> rows_;
    std::vector<Facts> facts_;
    std::vector<Place> places_;         // by row
    std::vector<KindCounts> counts_;    // by category
    std::vector<std::uint32_t> tiers_;  // ids of the catalogue's texts
};

}  // namespace makegood::core::substitute
