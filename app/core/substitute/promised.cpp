#include <algorithm>
#include <array>

#include "app/core/substitute/pair.hpp"

namespace makegood::core::substitute {
namespace {

using catalogue::Article;
using Words = std::vector<std::string>;

bool has(const Words& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Labels on which somebody's diet, faith or health may depend; "organic" and the like are not among them.
bool is_promise(std::string_view label) {
    static constexpr std::array<std::string_view, 6> diets{"vegan",  "vegetarian", "halal",
                                                           "kosher", "without",    "free"};
    const auto held = [&](std::string_view diet) { return label.find(diet) != label.npos; };
    return label.starts_with("no ") || label.starts_with("no-") ||
           std::any_of(diets.begin(), diets.end(), held);
}

std::string size_text(const Article& article) {
    const auto text = catalogue::format_size(article.size);
    return text.empty() ? article.size_words : text;
}

}  // namespace

// A missing mark means "not known", never "free from": where the missing one's allergens are not known
// nothing can be compared, and an unmarked candidate is let through with what is known of it.
bool keeps_what_was_promised(const Article& missing, const Article& candidate) {
    const bool promises_kept =
        std::all_of(missing.labels.begin(), missing.labels.end(),
                    [&](const auto& label) { return !is_promise(label) || has(candidate.labels, label); });
    if (!promises_kept || missing.allergens.empty()) return promises_kept;
    return std::all_of(candidate.allergens.begin(), candidate.allergens.end(),
                       [&](const auto& allergen) { return has(missing.allergens, allergen); });
}

std::string reason_for(const Substitute& pair, const Article& missing, const Article& candidate) {
    std::string reason = candidate.category == missing.category ? "same kind" : "similar kind";
    if (missing.category.empty()) reason = "similar name";
    if (!candidate.brand.empty() && candidate.brand == missing.brand) reason += ", same brand";
    const auto now = size_text(candidate), before = size_text(missing);
    if (pair.size_ratio && now != before) reason += ", " + now + " instead of " + before;
    if (pair.size_ratio && now == before) reason += ", same size";
    if (pair.left > 0) reason += ", " + std::to_string(pair.left) + " there";
    return reason;
}

}  // namespace makegood::core::substitute
