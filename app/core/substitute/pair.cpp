#include "app/core/substitute/pair.hpp"

#include <algorithm>
#include <cmath>

namespace makegood::core::substitute {
namespace {

using catalogue::Article;
using catalogue::ArticleView;

// Products of two amounts; ISO C++ has no such type.
__extension__ typedef __int128 Wide;

constexpr double clearly_larger = 1.1;  // times the size; below that nobody calls it larger
constexpr double clearly_dearer = 1.05;
constexpr double name_weight = 0.45, brand_weight = 0.15, price_weight = 0.2, size_weight = 0.2;

std::optional<Money> times(Money each, std::int64_t count) {
    const auto product = static_cast<Wide>(each.minor()) * count;
    if (product > base::money_limit || product < 0) return std::nullopt;
    return Money::minor(static_cast<std::int64_t>(product));
}

bool size_allowed(const std::optional<double>& ratio, const Rules& rules) {
    if (!ratio) return true;
    const double points = *ratio * 10'000;
    return points >= static_cast<double>(rules.smallest_size.basis_points()) &&
           points <= static_cast<double>(rules.largest_size.basis_points());
}

// What the customer pays for one piece: never more than the missing one's price, and in proportion for a
// smaller piece, so that the same money never buys less.
Money pays_each(const ArticleView& missing, const ArticleView& candidate) {
    Money most = *missing.price;
    const auto& size = candidate.size;
    if (missing.size.known() && size.known() && size.unit == missing.size.unit &&
        size.total_milli < missing.size.total_milli)
        most = Money::minor(static_cast<std::int64_t>(static_cast<Wide>(most.minor()) * size.total_milli /
                                                      missing.size.total_milli));
    return std::min(most, *candidate.price);
}

Fit fit_of(const ArticleView& missing, const ArticleView& candidate, const std::optional<double>& ratio) {
    if (ratio && *ratio >= clearly_larger) return Fit::larger;
    const bool dearer = missing.price && static_cast<double>(candidate.price->minor()) >
                                             static_cast<double>(missing.price->minor()) * clearly_dearer;
    return dearer && candidate.brand != missing.brand ? Fit::better_brand : Fit::equal;
}

// 1 at the same value, falling evenly with every doubling and halving.
double nearness(double ratio) {
    return ratio > 0 ? 1 / (1 + std::abs(std::log2(ratio))) : 0;
}

double without_name(const Wanted& wanted, const ArticleView& candidate, const Substitute& pair) {
    const double ideal = pair.fit == Fit::larger ? 2 : 1;
    double sum = pair.size_ratio ? size_weight * nearness(*pair.size_ratio / ideal) : 0;
    if (!candidate.brand.empty() && candidate.brand == wanted.view.brand) sum += brand_weight;
    if (wanted.view.price && wanted.view.price->minor() > 0)
        sum += price_weight * nearness(static_cast<double>(candidate.price->minor()) /
                                       static_cast<double>(wanted.view.price->minor()));
    return sum;
}

}  // namespace

Wanted::Wanted(const catalogue::Catalogue& articles, catalogue::Row wanted_row, std::int64_t pieces)
    : row(wanted_row), view(articles.view(wanted_row)), quantity(pieces), words(view.name) {}

std::optional<Money> cost_of_goods(const ArticleView& article, const Rules& rules) {
    if (article.cost) return article.cost;
    if (article.price) return rules.assumed_cost.of(*article.price);
    return std::nullopt;
}

std::optional<Substitute> priced(const Wanted& wanted, const ArticleView& candidate, const Rules& rules) {
    if (!candidate.price || candidate.price->minor() < 0) return std::nullopt;
    const auto& missing = wanted.view;
    if (missing.price && *candidate.price > rules.dearest_shelf_price.of(*missing.price)) return std::nullopt;
    Substitute pair;
    pair.size_ratio = catalogue::size_ratio(candidate.size, missing.size);
    if (!size_allowed(pair.size_ratio, rules)) return std::nullopt;
    const auto cost = times(*cost_of_goods(candidate, rules), wanted.quantity);
    const auto shelf = times(*candidate.price, wanted.quantity);
    if (!cost || !shelf) return std::nullopt;
    pair.fit = fit_of(missing, candidate, pair.size_ratio);
    pair.cost_free = *cost;
    pair.worth_free = *shelf;
    pair.pays = missing.price ? pays_each(missing, candidate) * wanted.quantity : Money{};
    pair.worth = pair.worth_free - pair.pays;
    const auto cost_missing =
        missing.price ? times(*cost_of_goods(missing, rules), wanted.quantity) : Money{};
    pair.cost = std::max(Money{}, pair.cost_free - cost_missing.value_or(Money{}));
    return pair;
}

double relevance_at_most(const Wanted& wanted, const ArticleView& candidate, const Substitute& pair) {
    return without_name(wanted, candidate, pair) + name_weight;
}

double relevance(const Wanted& wanted, const ArticleView& candidate, const Substitute& pair,
                 double likeness) {
    return without_name(wanted, candidate, pair) + name_weight * likeness;
}

}  // namespace makegood::core::substitute
