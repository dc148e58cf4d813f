#include "app/core/substitute/scorer.hpp"

#include <algorithm>

namespace makegood::core::substitute {
namespace {

using catalogue::Row;

std::uint64_t bit_of(Place place) {
    return std::uint64_t{1} << (place % 64);
}

}  // namespace

Scorer::Scorer(const Engine& engine, Row missing, std::span<const Row> bought, BoughtBefore counts,
               std::optional<Day> day)
    : engine_(engine),
      table_(engine.facts_),
      knobs_(engine.knobs_),
      row_(missing),
      place_(table_.place_of(missing)),
      wanted_(table_[place_]),
      category_(engine.articles_->view(missing).category),
      shrink_(fading(wanted_.households, knobs_)),
      mean_(table_.mean_households(category_)),
      any_receipts_(!engine.learnt_->empty() || engine.sales_ > 0),
      name_(engine.names_.sought(missing)) {
    const auto kind = engine.articles_->in_category(category_);
    own_.first = table_.place_of(kind.front());
    own_.last = own_.first + static_cast<Place>(kind.size());
    for (auto at = category_; at != 0; at = engine.articles_->wider(at)) around_.push_back(table_.below(at));
    for (std::uint32_t households = 0; households < popularity_.size(); ++households)
        popularity_[households] = popularity(households, mean_, knobs_);
    for (const auto& pair : engine.pairs_of(missing))
        add_gain(table_.place_of(pair.other), pair_gain(pair.households, knobs_));
    if (day)
        for (const auto& [row, gain] : engine.outcomes_.gains(missing, *day))
            add_gain(table_.place_of(row), gain);
    add_taste(bought, counts);
    std::sort(gains_.begin(), gains_.end(), [](const Gain& a, const Gain& b) { return a.place < b.place; });
}

void Scorer::add_gain(Place place, double gain) {
    spoken_of_.push_back(place);
    gain_filter_ |= bit_of(place);
    const auto known =
        std::find_if(gains_.begin(), gains_.end(), [&](const Gain& each) { return each.place == place; });
    if (known == gains_.end())
        gains_.push_back({place, gain});
    else
        known->gain += gain;
}

void Scorer::add_taste(std::span<const Row> bought, BoughtBefore counts) {
    double purchases = 0;
    std::vector<Place> seen;
    for (const Row row : bought) {
        const Place place = table_.place_of(row);
        if (place == place_ || engine_.articles_->view(row).category != category_) continue;
        ++purchases;
        const auto maker = table_[place].maker;
        const auto known =
            std::find_if(taste_.begin(), taste_.end(), [&](const auto& each) { return each.first == maker; });
        if (known == taste_.end())
            taste_.emplace_back(maker, 1);
        else
            ++known->second;
        if (counts == BoughtBefore::maker_only || std::find(seen.begin(), seen.end(), place) != seen.end())
            continue;
        seen.push_back(place);
        add_gain(place, knobs_.bought);
    }
    for (auto& [maker, share] : taste_) share = knobs_.taste * share / (purchases + knobs_.taste_smooth);
}

double Scorer::gain_of(Place candidate) const {
    if ((gain_filter_ & bit_of(candidate)) == 0) return 0;
    const auto at = std::lower_bound(gains_.begin(), gains_.end(), candidate,
                                     [](const Gain& each, Place sought) { return each.place < sought; });
    return at != gains_.end() && at->place == candidate ? at->gain : 0;
}

double Scorer::popularity_of(std::uint32_t households, double mean) const {
    if (mean == mean_ && households < popularity_.size()) return popularity_[households];
    return popularity(households, mean, knobs_);
}

double Scorer::taste_for(std::uint32_t maker) const {
    for (const auto& [known, share] : taste_)
        if (known == maker) return share;
    return 0;
}

double Scorer::without_name(Place candidate, double mean) const {
    const Facts& facts = table_[candidate];
    double score = likeness(wanted_, facts, knobs_) * shrink_ + gain_of(candidate);
    if (any_receipts_) score += popularity_of(facts.households, mean);
    if (!taste_.empty()) score += taste_for(facts.maker);
    return score;
}

// The mean is of the candidate's own kind: how popular it is among its like.
double Scorer::without_name(Place candidate) const {
    if (own_.has(candidate)) return without_name(candidate, mean_);
    const double mean = table_.mean_households(engine_.articles_->category(table_.row(candidate)));
    return without_name(candidate, mean) - knobs_.wider * steps(candidate);
}

double Scorer::at_most(Place candidate) const {
    const double alike = name_.empty() ? 0 : engine_.names_.likeness_at_most(name_, table_[candidate].name);
    return without_name(candidate) + knobs_.words * shrink_ * alike;
}

double Scorer::likeness_of_name(Place candidate) const {
    return name_.empty() ? 0 : engine_.names_.likeness(name_, table_.row(candidate));
}

int Scorer::steps(Place candidate) const {
    int steps = 0;
    for (const auto& range : around_) {
        if (range.has(candidate)) break;
        ++steps;
    }
    return steps;
}

double Scorer::score(Place candidate) const {
    return without_name(candidate) + of_name(candidate);
}

std::uint32_t Scorer::households_of_both(Row candidate) const {
    for (const auto& pair : engine_.pairs_of(row_))
        if (pair.other == candidate) return pair.households;
    return 0;
}

}  // namespace makegood::core::substitute
