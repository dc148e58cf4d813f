// The words on an offer: all from facts of the article, the pair and the incident.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/core/catalogue/article.hpp"
#include "app/core/recovery/compose.hpp"

namespace makegood::core::recovery {

// What a clerk would say with this substitute: free where the policy gives such goods free, else for the
// price of the missing one.
std::string sentence_for(const Policy& policy, const substitute::Substitute& substitute,
                         const catalogue::Article& article, bool happened_before = false);

std::string sentence_free(const Policy& policy, const substitute::Substitute& substitute,
                          const catalogue::Article& article, bool happened_before);
std::string sentence_same_price(const Policy& policy, const catalogue::Article& article,
                                bool happened_before);

// What a sentence may name: {name} {size} {brand} {again}.
using Words = std::map<std::string, std::string, std::less<>>;
Words words_of(const catalogue::Article& article, bool happened_before);

// "Twice as large", "Half as much again", "Twice as many", "Same size", "A little smaller", "Same kind". Of
// several that stand together for what was one: "Just as much", "A little less".
std::string size_words(std::optional<double> ratio, catalogue::BaseUnit unit, bool together = false);

// Replaces every {key}; a key that is not known stays as it is.
std::string filled(std::string_view pattern, const Words& values);

// "Kokora · 800 ml instead of 400 ml"; with the counts where they differ: "6 × 330 ml instead of 2 l". Empty
// when nothing is known.
std::string comparison(const catalogue::Article& article, std::int64_t pieces,
                       const catalogue::Article& missing, std::int64_t asked);
// "Aisle 7, second shelf · 14 there"
std::string place_words(std::string_view place, std::int64_t left);

}  // namespace makegood::core::recovery
