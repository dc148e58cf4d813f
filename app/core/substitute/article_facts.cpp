#include "app/core/substitute/article_facts.hpp"

#include <algorithm>
#include <cmath>

namespace makegood::core::substitute {
namespace {

using catalogue::ArticleView;
using catalogue::Row;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::int32_t stock_number(std::optional<std::int64_t> pieces) {
    if (!pieces) return Facts::stock_unknown;
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::clamp(*pieces, -most, most));
}

void put_price(Facts& facts, std::optional<Money> price) {
    const bool known = price && *price >= Money{};
    facts.price = known ? price->minor() : Facts::price_unknown;
    facts.log_price = facts.price > 0 ? std::log(static_cast<double>(facts.price)) : nan;
}

}  // namespace

Holds holds_of(const catalogue::Size& size) {
    if (size.pieces > 1) return Holds::multipack;
    return size.unit == catalogue::BaseUnit::piece && size.total_milli >= 2'000 ? Holds::count : Holds::one;
}

FactTable::FactTable(const catalogue::Catalogue& articles, const Learnt& learnt)
    : articles_(articles), rows_(articles.below_category(0)) {
    // In the order of rows, as that is how all that is read lies.
    places_.resize(rows_.size());
    facts_.resize(rows_.size());
    for (Place place = 0; place < rows_.size(); ++place) places_[rows_[place]] = place;
    for (Row row = 0; row < rows_.size(); ++row) {
        const auto view = articles.view(row);
        const auto households = learnt.households_of(row);
        facts_[places_[row]] = facts_of(view, households);
        if (households == 0) continue;
        auto& counts = counts_of(view.category);
        counts.households += households;
        ++counts.articles;
    }
}

Facts FactTable::facts_of(const ArticleView& view, std::uint32_t households) {
    Facts facts;
    put_price(facts, view.price);
    if (view.size.known()) {
        facts.log_size = std::log(static_cast<double>(view.size.total_milli));
        facts.unit = view.size.unit;
        facts.holds = holds_of(view.size);
    }
    facts.maker = view.brand_id;
    facts.stock = stock_number(view.stock);
    facts.households = households;
    facts.tier = tier_number(view.tier_id);
    return facts;
}

// A shop has a handful of tiers; should there be more than can be told apart, the rest count as not known.
std::uint8_t FactTable::tier_number(std::uint32_t id) {
    if (id == 0) return 0;
    const auto found = std::find(tiers_.begin(), tiers_.end(), id);
    const auto at = static_cast<std::size_t>(found - tiers_.begin());
    constexpr std::size_t most = 100;
    if (found == tiers_.end()) {
        if (at == most) return 0;
        tiers_.push_back(id);
    }
    return static_cast<std::uint8_t>(at + 1);
}

FactTable::Range FactTable::below(std::uint32_t category) const {
    const auto rows = articles_.below_category(category);
    if (rows.empty()) return {};
    const auto first = static_cast<Place>(rows.data() - rows_.data());
    return {first, first + static_cast<Place>(rows.size())};
}

FactTable::KindCounts& FactTable::counts_of(std::uint32_t category) {
    if (category >= counts_.size()) counts_.resize(category + 1);
    return counts_[category];
}

double FactTable::mean_households(std::uint32_t category) const {
    if (category >= counts_.size() || counts_[category].articles == 0) return 1;
    return static_cast<double>(counts_[category].households) / counts_[category].articles;
}

void FactTable::set_stock(Place place, std::optional<std::int64_t> pieces) {
    facts_[place].stock = stock_number(pieces);
}

void FactTable::set_price(Place place, std::optional<Money> price) {
    put_price(facts_[place], price);
}

void FactTable::add_household(Place place) {
    auto& counts = counts_of(articles_.view(rows_[place]).category);
    ++counts.households;
    if (facts_[place].households++ == 0) ++counts.articles;
}

}  // namespace makegood::core::substitute
