// Offers under a price of money (budget/pacing.hpp).
#pragma once
#include <functional>

#include "app/core/budget/pacing.hpp"
#include "app/core/recovery/compose.hpp"

namespace makegood::core::recovery {

// compose with all else fixed: the money there is, what may stand, and chance.
using Compose =
    std::function<Offers(const budget::Period& money, std::optional<Money> most_now, const Draw& draw)>;

struct PacedOffers {
    Offers offers;
    budget::Paced paced;  // `day` is not set where nothing that costs could fit with money in plenty
};

// `pace` brings day, hour, price, lot and why; what the case asks for and what is its share is found here, by
// `costs`: the same as `compose`, where only costs are looked at.
PacedOffers compose_paced(const Compose& compose, const Compose& costs, const budget::Period& money,
                          budget::Paced pace, const Draw& draw);
inline PacedOffers compose_paced(const Compose& compose, const budget::Period& money, budget::Paced pace,
                                 const Draw& draw) {
    return compose_paced(compose, compose, money, std::move(pace), draw);
}

}  // namespace makegood::core::recovery
