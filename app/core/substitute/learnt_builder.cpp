#include <algorithm>

#include "app/core/substitute/learnt.hpp"
#include "app/core/substitute/learnt_counts.hpp"

namespace makegood::core::substitute {
namespace {

using catalogue::Row;

constexpr std::size_t pairs_at_once = std::size_t{1} << 22;
constexpr std::uint64_t several = UINT64_MAX;  // stands for a basket where there was more than one

// Bought at different times: not both in one and the same basket only.
bool at_other_times(std::uint64_t basket, std::uint64_t other) {
    return basket == several || other == several || basket != other;
}

bool is_one_household(std::span<const BoughtBefore> history) {
    if (history.size() <= most_articles_of_a_household) return true;
    std::vector<Row> rows;
    rows.reserve(history.size());
    for (const auto& each : history) rows.push_back(each.row);
    std::sort(rows.begin(), rows.end());
    return static_cast<std::size_t>(std::unique(rows.begin(), rows.end()) - rows.begin()) <=
           most_articles_of_a_household;
}

}  // namespace

LearntBuilder::LearntBuilder(const catalogue::Catalogue& articles, std::size_t pairs_kept)
    : articles_(articles), pairs_kept_(pairs_kept), households_of_(articles.size(), 0) {}

void LearntBuilder::add(std::uint64_t household, std::uint64_t basket, Row row) {
    if (household != household_) finish_household();
    household_ = household;
    bought_.push_back({row, articles_.view(row).category, basket == several ? several - 1 : basket});
    ++lines_;
}

void LearntBuilder::finish_household() {
    if (bought_.empty()) return;
    ++households_;
    std::sort(bought_.begin(), bought_.end(), [](const Bought& a, const Bought& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.row != b.row ? a.row < b.row : a.basket < b.basket;
    });
    std::size_t kept = 0;  // one entry a row
    for (const auto& each : bought_) {
        if (kept > 0 && bought_[kept - 1].row == each.row) {
            if (bought_[kept - 1].basket != each.basket) bought_[kept - 1].basket = several;
            continue;
        }
        bought_[kept++] = each;
        ++households_of_[each.row];
    }
    bought_.resize(kept);
    const bool one_household = bought_.size() <= most_articles_of_a_household;
    for (auto from = bought_.begin(); one_household && from != bought_.end();) {
        const auto to =
            std::find_if(from, bought_.end(), [&](const Bought& each) { return each.kind != from->kind; });
        if (from->kind != 0) count_pairs({from, to});
        from = to;
    }
    bought_.clear();
}

void LearntBuilder::count_pairs(std::span<const Bought> of_one_kind) {
    for (std::size_t a = 0; a < of_one_kind.size(); ++a) {
        for (std::size_t b = a + 1; b < of_one_kind.size(); ++b)
            if (at_other_times(of_one_kind[a].basket, of_one_kind[b].basket))
                new_pairs_.push_back(std::uint64_t{of_one_kind[a].row} << 32 | of_one_kind[b].row);
        if (new_pairs_.size() >= pairs_at_once) gather_pairs();
    }
}

void LearntBuilder::gather_pairs() {
    std::sort(new_pairs_.begin(), new_pairs_.end());
    std::vector<Counted> merged;
    merged.reserve(counted_.size() + new_pairs_.size() / 4);
    auto old = counted_.begin();
    for (auto at = new_pairs_.begin(); at != new_pairs_.end();) {
        const auto end = std::upper_bound(at, new_pairs_.end(), *at);
        for (; old != counted_.end() && old->pair < *at; ++old) merged.push_back(*old);
        auto households = static_cast<std::uint32_t>(end - at);
        if (old != counted_.end() && old->pair == *at) households += (old++)->households;
        merged.push_back({*at, households});
        at = end;
    }
    merged.insert(merged.end(), old, counted_.end());
    counted_ = std::move(merged);
    new_pairs_.clear();
}

std::shared_ptr<const Learnt> LearntBuilder::build() {
    finish_household();
    gather_pairs();
    LearntCounts counts(articles_.size());
    for (Row row = 0; row < households_of_.size(); ++row) counts.add_households(row, households_of_[row]);
    for (const auto& each : counted_)
        counts.add_pair(static_cast<Row>(each.pair >> 32), static_cast<Row>(each.pair), each.households);
    return counts.build(households_, lines_, pairs_kept_);
}

SaleEffect effect_of_sale(const catalogue::Catalogue& articles, std::span<const BoughtBefore> history,
                          Row row, std::uint64_t basket) {
    const auto kind = articles.view(row).category;
    std::vector<BoughtBefore> of_kind;  // one entry a row
    for (const auto& each : history) {
        if (each.row != row && (kind == 0 || articles.view(each.row).category != kind)) continue;
        const auto known = std::find_if(of_kind.begin(), of_kind.end(),
                                        [&](const BoughtBefore& other) { return other.row == each.row; });
        if (known == of_kind.end())
            of_kind.push_back(each);
        else if (known->basket != each.basket)
            known->basket = several;
    }
    const auto self = std::find_if(of_kind.begin(), of_kind.end(),
                                   [&](const BoughtBefore& other) { return other.row == row; });
    SaleEffect effect;
    effect.new_household = self == of_kind.end();
    if (!is_one_household(history)) return effect;
    const auto now = effect.new_household || self->basket == basket ? basket : several;
    for (const auto& other : of_kind) {
        if (other.row == row) continue;
        const bool before = !effect.new_household && at_other_times(self->basket, other.basket);
        if (!before && at_other_times(now, other.basket)) effect.newly_paired.push_back(other.row);
    }
    return effect;
}

}  // namespace makegood::core::substitute
