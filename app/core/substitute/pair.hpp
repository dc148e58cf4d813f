// The missing article and one candidate: what the pair costs and is worth, and why it fits.
#pragma once
#include <optional>

#include "app/core/substitute/article_facts.hpp"
#include "app/core/substitute/suggest.hpp"

namespace makegood::core::substitute {

// The amounts of a pair that passes the rules of price, size and pieces; nullopt where one says no or an
// amount is beyond what money can hold. The views bear the prices of now. Sets neither row nor score, reason
// nor left.
std::optional<Substitute> priced(const catalogue::ArticleView& missing, std::int64_t asked,
                                 const catalogue::ArticleView& candidate, const Rules& rules);

// What the customer gains: larger, of a better brand, organic.
double benefit_of(const Substitute& pair, bool newly_organic, const Knobs& knobs);
// It can't be more than this by what the facts tell.
double benefit_at_most(const Facts& wanted, const Facts& candidate, const Knobs& knobs);
// Whatever they tell.
double most_benefit(const Knobs& knobs);

// What of the reason is not in the two articles.
struct Grounds {
    bool is_near = false;  // of the kind or a neighbouring one; where no kind is known, by its name
    bool newly_organic = false;
    std::uint32_t households = 0;  // that bought the one and the other at different times
};

// One line of facts: "same kind, same brand, 1 l instead of 500 ml".
std::string reason_for(const Substitute& pair, std::int64_t asked, const catalogue::ArticleView& missing,
                       const catalogue::ArticleView& candidate, const Grounds& grounds);

}  // namespace makegood::core::substitute
