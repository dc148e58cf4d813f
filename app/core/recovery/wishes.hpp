// What the customer said of the offers: no to some of them, and what another must be.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/base/text_id.hpp"
#include "app/core/catalogue/catalogue.hpp"
#include "app/core/substitute/suggest.hpp"

namespace makegood::core::recovery {

struct Wishes {
    std::vector<ArticleNumber> not_articles;
    std::vector<GestureId> not_gestures;
    std::vector<std::string> not_brands;  // as the catalogue writes them
    std::vector<std::string> needs;       // chips: "gluten-free", "vegan", "nuts" (substitute/rules.hpp)
    // Of the missing one's size, or of another one; where both are known. Never both.
    bool same_size = false, other_size = false;
    friend bool operator==(const Wishes&, const Wishes&) = default;
};

// A card of that many times the missing one's size is of another size than wanted: what was said last holds.
void say_other_size(Wishes& wishes, std::optional<double> size_ratio);

// Whether anything was said that leaves goods out: gestures aside.
bool about_goods(const Wishes& wishes);

// Whether a substitute is none that was said no to, nor of a brand or size that was. The needs are the
// engine's: substitute::Question::needs.
bool wanted(const Wishes& wishes, const substitute::Substitute& substitute,
            const catalogue::ArticleView& article);

}  // namespace makegood::core::recovery
