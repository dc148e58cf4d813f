// Cards again, after the customer said no to one of them.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "app/core/recovery/offer.hpp"

namespace makegood::core::recovery {

// `standing` are the cards that the customer sees, `fresh` those that would be made now, best first. What
// stays keeps its place; in each other place comes the best of `fresh` that is not shown yet. When there is
// none the places behind move up and there are fewer cards. Where the best of `fresh` is an article that
// stands there for the same price and may now be free, it comes for that card. More places than `standing`
// had are filled up to `places`.
std::vector<Offer> renewed(std::span<const Offer> standing, std::span<const Offer> fresh, std::size_t places,
                           const std::function<bool(const Offer&)>& stays);

}  // namespace makegood::core::recovery
