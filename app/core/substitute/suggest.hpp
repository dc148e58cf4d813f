// The question and the answer: in-stock articles that serve the need of a missing one.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"
#include "app/core/substitute/outcomes.hpp"

namespace makegood::core::substitute {

struct Rules {
    std::int64_t keep_on_shelf = 0;              // pieces that must stay after giving
    Percent smallest_size = Percent::whole(75);  // of the missing one's size, where both are known
    Percent largest_size = Percent::whole(400);
    std::int64_t most_for_one = 3;  // packages of a smaller one that may stand together for one missing
    Percent dearest_shelf_price =
        Percent::whole(300);  // of the missing one's price; the store carries the difference
    Percent assumed_cost = Percent::whole(70);  // of the price, for articles with no cost
    friend bool operator==(const Rules&, const Rules&) = default;
};

struct Question {
    catalogue::Row missing = 0;
    std::int64_t pieces = 1;  // that the customer wanted
    std::vector<std::string>
        needs;              // chips: "gluten-free", "vegan", "nuts", … (rules.hpp says how they are read)
    std::size_t gains = 0;  // add so many that the customer gains most from, should they not be near
    std::vector<catalogue::Row> bought;  // by this customer before, once for every purchase; empty: not known
    Day day = 0;                         // today, as in Outcomes
    bool reasons = true;                 // false: nobody reads Substitute::reason
};

enum class Fit : std::uint8_t { larger, better_brand, equal };

// The customer never pays more than for the missing article: `pays` <= its price, and a smaller one never
// costs more per unit of size. Where the missing one's price is not known only giving it free is sure not
// to be dearer: then `pays` is nothing. All amounts are for all pieces.
struct Substitute {
    catalogue::Row row = 0;
    std::int64_t pieces = 1;  // of this article that stand for those that were asked (rules.hpp: pieces_for)
    Fit fit = Fit::equal;
    Money pays;
    Money cost;            // cost of goods beyond that of the missing article, at least 0
    Money cost_free;       // cost of goods when it is given free
    Money worth;           // shelf price less `pays`
    Money worth_free;      // shelf price
    double score = 0;      // higher is nearer; only comparable within one answer
    double benefit = 0;    // what the customer gains over the missing one, on the scale of the score
    bool by_hand = false;  // the owner pinned or ranked it: it stands before what is not
    std::string reason;    // "same kind, 800 ml instead of 400 ml"; "14 there" when nothing else is known
    std::optional<double> size_ratio;  // all of it over all that is missing, where both sizes are known
    std::int64_t left = 0;             // pieces that are there, with those that stay on the shelf
};

// Cost of goods of one piece: as imported, else Rules::assumed_cost of the price, else nullopt.
std::optional<Money> cost_of_goods(const catalogue::ArticleView& article, const Rules& rules);

}  // namespace makegood::core::substitute
