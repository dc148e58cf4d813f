// One thing the store sells.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/base/money.hpp"
#include "app/base/text_id.hpp"
#include "app/core/catalogue/gtin.hpp"
#include "app/core/catalogue/size.hpp"

namespace makegood::core::catalogue {

// Empty fields mean "not known". A missing allergen or label never means "free from".
struct Article {
    ArticleNumber number;
    std::optional<Gtin> gtin;
    std::string name;
    std::string brand;
    std::string tier;                   // of the brand, as the shop names it: "National", "Private"
    std::vector<std::string> category;  // from the widest to the narrowest
    std::string size_words;             // as the shop wrote it
    Size size;
    std::optional<Money> price;          // what a customer pays for one
    std::optional<Money> cost;           // what the store paid for one
    std::optional<std::int64_t> stock;   // sellable pieces when imported; unknown is treated as none
    std::string place;                   // "Aisle 7, second shelf"
    std::vector<std::string> labels;     // "organic", "vegan", lower case
    std::vector<std::string> allergens;  // "milk", "traces of nuts", lower case
    friend bool operator==(const Article&, const Article&) = default;
};

// The tone of a caption: name and size ("Coconut oil 400 ml"), the size only when the name lacks it.
std::string display_name(const Article& article);

}  // namespace makegood::core::catalogue
