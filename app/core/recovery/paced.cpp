#include "app/core/recovery/paced.hpp"

#include <algorithm>

namespace makegood::core::recovery {
namespace {

Money dearest(const Offers& offers) {
    Money most;
    for (const auto& card : offers.cards) most = std::max(most, card.cost);
    return most;
}

Money wish_of(const Compose& compose, const budget::Period& money, Percent lot) {
    budget::Period plenty;
    plenty.limit.kind = money.limit.kind;
    plenty.limit.cost = Money::minor(base::money_limit);
    const auto by_lot = [&](std::uint64_t bound) {
        return static_cast<std::uint64_t>(lot.basis_points() - 1) % bound;
    };
    return dearest(compose(plenty, std::nullopt, by_lot));
}

}  // namespace

PacedOffers compose_paced(const Compose& compose, const budget::Period& money, budget::Paced pace,
                          const Draw& draw) {
    pace.wish = wish_of(compose, money, pace.lot);
    if (pace.wish == Money{}) return {compose(money, std::nullopt, draw), {}};
    pace.share = budget::fair_share(pace.wish, pace.price);
    return {compose(money, pace.most_now(), draw), pace};
}

}  // namespace makegood::core::recovery
