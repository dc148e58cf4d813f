#include "app/core/recovery/renew.hpp"

#include <algorithm>

namespace makegood::core::recovery {
namespace {

bool same_thing(const Offer& one, const Offer& other) {
    return one.article == other.article && one.gesture == other.gesture;
}

bool is_better(const Offer& fresh, const Offer& card) {
    return same_thing(fresh, card) && fresh.kind == OfferKind::free_substitute && card.kind != fresh.kind;
}

}  // namespace

std::vector<Offer> renewed(std::span<const Offer> standing, std::span<const Offer> fresh, std::size_t places,
                           const std::function<bool(const Offer&)>& stays) {
    const auto keeps = [&](const Offer& card) {
        return stays(card) && (fresh.empty() || !is_better(fresh.front(), card));
    };
    std::vector<const Offer*> shown;
    for (const auto& offer : standing)
        if (keeps(offer)) shown.push_back(&offer);
    auto next = fresh.begin();
    const auto next_new = [&]() -> const Offer* {
        for (; next != fresh.end(); ++next)
            if (std::none_of(shown.begin(), shown.end(),
                             [&](const Offer* other) { return same_thing(*other, *next); }))
                return &*next++;
        return nullptr;
    };
    std::vector<Offer> cards;
    for (std::size_t place = 0; place < std::max(places, standing.size()); ++place) {
        const bool kept = place < standing.size() && keeps(standing[place]);
        if (const Offer* card = kept ? &standing[place] : next_new()) cards.push_back(*card);
    }
    return cards;
}

}  // namespace makegood::core::recovery
