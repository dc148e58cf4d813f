// Makes the offers of one incident from substitutes and gestures. Pure; chance is passed in.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/core/budget/budget.hpp"
#include "app/core/catalogue/catalogue.hpp"
#include "app/core/incident/incident.hpp"
#include "app/core/recovery/offer.hpp"
#include "app/core/substitute/suggest.hpp"

namespace makegood::core::recovery {

// The owner's rules, as read from kiosk-config/policy.
struct Policy {
    substitute::Rules substitutes;
    gesture::Guards guards;
    std::vector<gesture::Gesture> gestures;
    int cards = 3;            // offers that cost money or goods
    int free_options = 4;     // shown below; at least two always
    Money most_free_goods_cost;  // a substitute is given free up to this cost of goods
    std::string sentence_free_larger, sentence_free_equal, sentence_same_price;  // {name} {size} {brand}
};

// Uniform in [0, bound); bound > 0.
using Draw = std::function<std::uint64_t(std::uint64_t bound)>;

struct Offers {
    std::vector<Offer> cards;  // best first; each fits the money that is left
    std::vector<Offer> free;   // cost nothing; at least two
    std::string note;          // why there are fewer cards than usual; else empty
};

// Ids are left empty: the caller numbers cards then free options.
Offers compose(const Policy& policy, const incident::Incident& incident,
               const catalogue::Catalogue& articles, std::optional<catalogue::Row> article,
               std::span<const substitute::Substitute> substitutes, const budget::Period& money,
               const Currency& currency, const Draw& draw);

}  // namespace makegood::core::recovery
