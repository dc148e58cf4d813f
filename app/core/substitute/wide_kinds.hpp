// Kinds of so many articles that a question can't walk through all of them: in order of price, of maker and
// of how many households buy, so that the likely ones are found at once. Kept up in place.
#pragma once
#include <functional>
#include <unordered_map>
#include <vector>

#include "app/core/substitute/article_facts.hpp"

namespace makegood::core::substitute {

class WideKinds {
  public:
    // Kinds with more articles than this are wide.
    static constexpr std::size_t walked_whole = 2'000;

    WideKinds(const catalogue::Catalogue& articles, const FactTable& facts);

    bool is_wide(std::uint32_t category) const { return kinds_.contains(category); }

    using Wished = std::function<bool(Place)>;
    // Places of a wide kind for which `wished` holds, each at most three times: the most bought, those of the
    // same maker and of any that are nearest in price. At most three times `each`, after at most four times
    // as many looks.
    void likely(std::uint32_t category, Place missing, std::size_t each, const Wished& wished,
                std::vector<Place>& out) const;

    // The same for another maker: at most `each` of its places in the kind that are nearest in price.
    void of_maker(std::uint32_t category, std::uint32_t maker, Place missing, std::size_t each,
                  const Wished& wished, std::vector<Place>& out) const;

    // Around a change of the facts of `place`: forget it before, and learn it after.
    void forget_price(std::uint32_t category, Place place);
    void learn_price(std::uint32_t category, Place place);
    // After its households have grown by one.
    void learn_household(std::uint32_t category, Place place);

  private:
    struct Kind {
        std::vector<Place> by_price;                       // unknown prices first
        std::vector<Place> by_maker;                       // then by price
        std::vector<Place> by_households;                  // most first; only those that anybody bought
        std::unordered_map<Place, std::uint32_t> sold_at;  // where in by_households
    };
    struct PriceOrder;
    struct MakerOrder;
    void of_maker(const Kind& kind, std::uint32_t maker, Place missing, std::size_t each,
                  const Wished& wished, std::vector<Place>& out) const;
    void nearest(const std::vector<Place>& ordered, std::size_t first, std::size_t last, Place missing,
                 std::size_t each, const Wished& wished, std::vector<Place>& out) const;

    const FactTable& facts_;
    std::unordered_map<std::uint32_t, Kind> kinds_;
};

}  // namespace makegood::core::substitute
