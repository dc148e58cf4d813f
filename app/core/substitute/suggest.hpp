// In-stock articles that serve the need of a missing one. Pure; hard rules first, then a score.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::core::substitute {

struct Rules {
    std::int64_t keep_on_shelf = 0;              // pieces that must stay after giving
    Percent smallest_size = Percent::whole(75);  // of the missing one's size, where both are known
    Percent largest_size = Percent::whole(400);
    Percent dearest_shelf_price =
        Percent::whole(300);  // of the missing one's price; the store carries the difference
    Percent assumed_cost = Percent::whole(70);  // of the price, for articles with no cost
};

enum class Fit : std::uint8_t { larger, better_brand, equal };

// The customer never pays more than for the missing article: `pays` <= its price, and a smaller one never
// costs more per unit of size. Where the missing one's price is not known only giving it free is sure not
// to be dearer: then `pays` is nothing. All amounts are for the whole quantity.
struct Substitute {
    catalogue::Row row = 0;
    Fit fit = Fit::equal;
    Money pays;
    Money cost;                        // cost of goods beyond that of the missing article, at least 0
    Money cost_free;                   // cost of goods when it is given free
    Money worth;                       // shelf price less `pays`
    Money worth_free;                  // shelf price
    double score = 0;                  // higher is better; only comparable within one answer
    std::string reason;                // "same kind, 800 ml instead of 400 ml"
    std::optional<double> size_ratio;  // times the missing one's size, where both are known
    std::int64_t left = 0;             // pieces that can still be given
};

// Pieces that can still be given: imported stock less what was given since. nullopt: not known.
using StockLeft = std::function<std::optional<std::int64_t>(catalogue::Row)>;

// At most `limit`, best first: those of the very category before those of the one wider, larger for the
// same money before equal, then the likeness of name, size, brand and price; ties by article number.
// Without a category: like-named neighbours. Empty when nothing fits.
// Hard rules: `quantity` pieces are there and keep_on_shelf stay; the price is known and not dearer than
// the rules allow; the size is within the rules; nothing that the missing one promised (vegan, gluten-free)
// is lost, and no allergen comes in where the missing one's are known.
std::vector<Substitute> suggest(const catalogue::Catalogue& articles, const StockLeft& stock_left,
                                catalogue::Row missing, std::int64_t quantity, const Rules& rules,
                                std::size_t limit);

// Cost of goods of one piece: as imported, else Rules::assumed_cost of the price, else nullopt.
std::optional<Money> cost_of_goods(const catalogue::ArticleView& article, const Rules& rules);

}  // namespace makegood::core::substitute
