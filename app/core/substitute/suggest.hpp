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
    std::int64_t keep_on_shelf = 0;       // pieces that must stay after giving
    Percent smallest_size = Percent::whole(75);   // of the missing one's size, where both are known
    Percent largest_size = Percent::whole(400);
    Percent dearest_shelf_price = Percent::whole(300);  // of the missing one's price; the store carries the difference
    Percent assumed_cost = Percent::whole(70);  // of the price, for articles with no cost
};

enum class Fit : std::uint8_t { larger, better_brand, equal };

// The customer never pays more than for the missing article: `pays` <= its price.
struct Substitute {
    catalogue::Row row = 0;
    Fit fit = Fit::equal;
    Money pays;           // for the whole quantity; the missing one's price at most
    Money cost;           // cost of goods beyond that of the missing article, at least 0
    Money cost_free;      // cost of goods when it is given free
    Money worth;          // shelf price less `pays`
    Money worth_free;     // shelf price
    double score = 0;     // higher is better; only comparable within one answer
    std::string reason;   // "same kind, 800 ml instead of 400 ml"
};

// Pieces that can still be given: imported stock less what was given since. nullopt: not known.
using StockLeft = std::function<std::optional<std::int64_t>(catalogue::Row)>;

// At most `limit`, best first: larger for the same money before equal. Empty when nothing fits or the
// missing article has no category and no like-named neighbours. `quantity` pieces must be on the shelf.
std::vector<Substitute> suggest(const catalogue::Catalogue& articles, const StockLeft& stock_left,
                                catalogue::Row missing, std::int64_t quantity, const Rules& rules,
                                std::size_t limit);

// Cost of goods of one piece: as imported, else Rules::assumed_cost of the price, else nullopt.
std::optional<Money> cost_of_goods(const catalogue::ArticleView& article, const Rules& rules);

}  // namespace makegood::core::substitute
