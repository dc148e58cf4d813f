#include "app/core/substitute/wide_kinds.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace makegood::core::substitute {

using catalogue::Row;

struct WideKinds::PriceOrder {
    const FactTable& facts;
    bool operator()(Place a, Place b) const {
        return std::tuple(facts[a].price, a) < std::tuple(facts[b].price, b);
    }
};
struct WideKinds::MakerOrder {
    const FactTable& facts;
    bool operator()(Place a, Place b) const {
        return std::tuple(facts[a].maker, facts[a].price, a) < std::tuple(facts[b].maker, facts[b].price, b);
    }
};

WideKinds::WideKinds(const catalogue::Catalogue& articles, const FactTable& facts) : facts_(facts) {
    for (Place place = 0; place < facts.size();) {
        const auto category = articles.view(facts.row(place)).category;
        const auto own = articles.in_category(category).size();
        const Place end = place + static_cast<Place>(own);
        if (own > walked_whole && category != 0) {
            Kind& kind = kinds_[category];
            kind.by_price.resize(own);
            std::iota(kind.by_price.begin(), kind.by_price.end(), place);
            kind.by_maker = kind.by_price;
            for (const Place each : kind.by_price)
                if (facts[each].households > 0) kind.by_households.push_back(each);
            std::sort(kind.by_price.begin(), kind.by_price.end(), PriceOrder{facts});
            std::sort(kind.by_maker.begin(), kind.by_maker.end(), MakerOrder{facts});
            std::stable_sort(kind.by_households.begin(), kind.by_households.end(),
                             [&](Place a, Place b) { return facts[a].households > facts[b].households; });
            for (std::uint32_t at = 0; at < kind.by_households.size(); ++at)
                kind.sold_at[kind.by_households[at]] = at;
        }
        place = end;
    }
}

void WideKinds::nearest(const std::vector<Place>& ordered, std::size_t first, std::size_t last, Place missing,
                        std::size_t each, const Wished& wished, std::vector<Place>& out) const {
    const auto price = facts_[missing].price;
    const auto begin = ordered.begin();
    auto up = static_cast<std::size_t>(
        std::lower_bound(begin + static_cast<std::ptrdiff_t>(first),
                         begin + static_cast<std::ptrdiff_t>(last), price,
                         [&](Place a, std::int64_t sought) { return facts_[a].price < sought; }) -
        begin);
    auto down = up;
    std::size_t looks = 4 * each, found = 0;
    const auto distance = [&](std::size_t at) {
        return std::abs(facts_[ordered[at]].log_price - facts_[missing].log_price);
    };
    while (looks-- > 0 && found < each && (down > first || up < last)) {
        // A distance that is not known (NaN) counts as the greater one.
        const bool go_up = down == first || (up < last && !(distance(down - 1) < distance(up)));
        const Place place = go_up ? ordered[up++] : ordered[--down];
        if (!wished(place)) continue;
        out.push_back(place);
        ++found;
    }
}

void WideKinds::likely(std::uint32_t category, Place missing, std::size_t each, const Wished& wished,
                       std::vector<Place>& out) const {
    const auto found = kinds_.find(category);
    if (found == kinds_.end()) return;
    const Kind& kind = found->second;
    std::size_t taken = 0;
    for (std::size_t at = 0; at < kind.by_households.size() && at < 4 * each && taken < each; ++at) {
        if (!wished(kind.by_households[at])) continue;
        out.push_back(kind.by_households[at]);
        ++taken;
    }
    nearest(kind.by_price, 0, kind.by_price.size(), missing, each, wished, out);
    if (facts_[missing].maker != 0) of_maker(kind, facts_[missing].maker, missing, each, wished, out);
}

void WideKinds::of_maker(std::uint32_t category, std::uint32_t maker, Place missing, std::size_t each,
                         const Wished& wished, std::vector<Place>& out) const {
    const auto found = kinds_.find(category);
    if (found != kinds_.end()) of_maker(found->second, maker, missing, each, wished, out);
}

void WideKinds::of_maker(const Kind& kind, std::uint32_t maker, Place missing, std::size_t each,
                         const Wished& wished, std::vector<Place>& out) const {
    const auto& ordered = kind.by_maker;
    const auto first = std::partition_point(ordered.begin(), ordered.end(),
                                            [&](Place place) { return facts_[place].maker < maker; });
    const auto last =
        std::partition_point(first, ordered.end(), [&](Place place) { return facts_[place].maker == maker; });
    nearest(ordered, static_cast<std::size_t>(first - ordered.begin()),
            static_cast<std::size_t>(last - ordered.begin()), missing, each, wished, out);
}

void WideKinds::forget_price(std::uint32_t category, Place place) {
    const auto found = kinds_.find(category);
    if (found == kinds_.end()) return;
    auto& [by_price, by_maker, sold, at] = found->second;
    by_price.erase(std::lower_bound(by_price.begin(), by_price.end(), place, PriceOrder{facts_}));
    by_maker.erase(std::lower_bound(by_maker.begin(), by_maker.end(), place, MakerOrder{facts_}));
}

void WideKinds::learn_price(std::uint32_t category, Place place) {
    const auto found = kinds_.find(category);
    if (found == kinds_.end()) return;
    auto& [by_price, by_maker, sold, at] = found->second;
    by_price.insert(std::lower_bound(by_price.begin(), by_price.end(), place, PriceOrder{facts_}), place);
    by_maker.insert(std::lower_bound(by_maker.begin(), by_maker.end(), place, MakerOrder{facts_}), place);
}

// It changes places with the first of those that were equal to it before.
void WideKinds::learn_household(std::uint32_t category, Place place) {
    const auto found = kinds_.find(category);
    if (found == kinds_.end()) return;
    auto& order = found->second.by_households;
    auto& at = found->second.sold_at;
    const auto [entry, is_new] = at.try_emplace(place, static_cast<std::uint32_t>(order.size()));
    if (is_new) order.push_back(place);
    const auto before = facts_[place].households - 1;
    const auto first = static_cast<std::uint32_t>(
        std::lower_bound(order.begin(), order.begin() + entry->second, before,
                         [&](Place a, std::uint32_t sought) { return facts_[a].households > sought; }) -
        order.begin());
    std::swap(order[first], order[entry->second]);
    at[order[entry->second]] = entry->second;
    entry->second = first;
}

}  // namespace makegood::core::substitute
