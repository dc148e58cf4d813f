#include "app/core/recovery/paced.hpp"

#include <algorithm>

namespace makegood::core::recovery {
namespace {

Money dearest(const Offers& offers) {
    Money most;
    for (const auto& card : offers.cards) most = std::max(most, card.cost);
    return most;
}

// Of those that cost anything, on average; nullopt where none does.
std::optional<Money> usual(const Offers& offers) {
    Money sum;
    std::int64_t count = 0;
    for (const auto& card : offers.cards) {
        if (card.cost == Money{}) continue;
        sum += card.cost;
        ++count;
    }
    return count == 0 ? std::nullopt : std::optional(Money::minor(sum.minor() / count));
}

// What the case asks for, whatever money is left now: a store that has none does not learn that nothing is
// wished for. Its draws come from the lot, so that they take nothing from the chance of the offers.
void look_at_the_case(const Compose& costs, const budget::Period& money, budget::Paced& pace) {
    budget::Period plenty;
    plenty.limit.kind = money.limit.kind;
    plenty.limit.cost = Money::minor(base::money_limit);
    const auto by_lot = [&](std::uint64_t bound) {
        return static_cast<std::uint64_t>(pace.lot.basis_points() - 1) % bound;
    };
    const auto all = costs(plenty, std::nullopt, by_lot);
    pace.wish = dearest(all);
    if (pace.wish == Money{}) return;
    pace.asked = {*usual(all)};
    for (std::size_t step = 1; step < budget::ladder.size(); ++step) {
        const auto share = budget::fair_share(pace.wish, Percent::whole(budget::ladder[step]));
        pace.asked.push_back(usual(costs(plenty, share, by_lot)).value_or(share));
    }
}

// Only the cheapest, so that the lot gives out the share on average, and as many as can be are given
// something.
Offers cheapest_by_lot(const Compose& compose, const budget::Period& money, const budget::Paced& pace,
                       const Draw& draw) {
    auto offers = compose(money, pace.by_lot(), draw);
    std::optional<Money> least;
    for (const auto& card : offers.cards)
        if (card.cost > Money{}) least = std::min(card.cost, least.value_or(card.cost));
    return least ? compose(money, least, draw) : offers;
}

}  // namespace

PacedOffers compose_paced(const Compose& compose, const Compose& costs, const budget::Period& money,
                          budget::Paced pace, const Draw& draw) {
    look_at_the_case(costs, money, pace);
    if (pace.wish == Money{}) return {compose(money, std::nullopt, draw), {}};
    pace.share = budget::fair_share(pace.wish, pace.price);
    const bool scarce = pace.price > budget::no_scarcity;
    auto offers = compose(money, scarce ? std::optional(pace.share) : std::nullopt, draw);
    const auto stands = usual(offers);
    pace.meant = std::min(stands.value_or(pace.share), money.available_cost());
    if (scarce && !stands) offers = cheapest_by_lot(compose, money, pace, draw);
    return {std::move(offers), pace};
}

}  // namespace makegood::core::recovery
