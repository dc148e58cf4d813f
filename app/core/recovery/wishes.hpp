// What the customer said of the offers: no to some of them, and what another must be.
#pragma once
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
    bool same_size = false;               // about the size of the missing one, where both are known
    friend bool operator==(const Wishes&, const Wishes&) = default;
};

// Whether anything was said that leaves goods out: gestures aside.
bool about_goods(const Wishes& wishes);

// Whether a substitute is none that was said no to, nor of a brand or size that was. The needs are the
// engine's: substitute::Question::needs.
bool wanted(const Wishes& wishes, const substitute::Substitute& substitute,
            const catalogue::ArticleView& article);

}  // namespace makegood::core::recovery
