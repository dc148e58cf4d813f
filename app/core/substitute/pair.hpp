// The missing article and one candidate: whether the hard rules let it pass, what it costs, how well it
// serves.
#pragma once
#include <optional>

#include "app/core/substitute/likeness.hpp"
#include "app/core/substitute/suggest.hpp"

namespace makegood::core::substitute {

// What of the missing article is needed for every pair, read once.
struct Wanted {
    Wanted(const catalogue::Catalogue& articles, catalogue::Row row, std::int64_t pieces);
    catalogue::Row row;
    catalogue::ArticleView view;
    std::int64_t quantity;
    NameWords words;
};

// The amounts of a pair that passes price and size; nullopt where a rule says no or an amount is beyond
// what money can hold. Sets neither row nor score nor reason.
std::optional<Substitute> priced(const Wanted& wanted, const catalogue::ArticleView& candidate,
                                 const Rules& rules);

// How well it serves, 0 to 1, from likeness of name (0 to 1), size, brand and price.
double relevance(const Wanted& wanted, const catalogue::ArticleView& candidate, const Substitute& pair,
                 double likeness);
// What `relevance` can be at most without having compared the names.
double relevance_at_most(const Wanted& wanted, const catalogue::ArticleView& candidate,
                         const Substitute& pair);

// Nothing that the missing one promised (vegan, gluten-free) is lost, no allergen comes in.
bool keeps_what_was_promised(const catalogue::Article& missing, const catalogue::Article& candidate);

// "same kind, 800 ml instead of 400 ml, 14 there"
std::string reason_for(const Substitute& pair, const catalogue::Article& missing,
                       const catalogue::Article& candidate);

}  // namespace makegood::core::substitute
