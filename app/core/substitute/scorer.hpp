// The score of every candidate for one missing article: what of the question is the same for all is read
// once.
#pragma once
#include <array>

#include "app/core/substitute/engine.hpp"
#include "app/core/substitute/formulas.hpp"

namespace makegood::core::substitute {

class Scorer {
  public:
    enum class BoughtBefore : std::uint8_t { article_and_maker, maker_only };
    Scorer(const Engine& engine, catalogue::Row missing, std::span<const catalogue::Row> bought,
           BoughtBefore counts, std::optional<Day> day);

    Place missing() const { return place_; }
    const Facts& facts() const { return wanted_; }
    std::uint32_t category() const { return category_; }
    bool has_name() const { return !name_.empty(); }
    const Names::Sought& name() const { return name_; }

    // The articles of exactly this kind.
    const FactTable::Range& own() const { return own_; }
    // What the score can be at most, without comparing names.
    double at_most(Place candidate) const;
    double likeness_of_name(Place candidate) const;
    // Steps from the missing one's category up to the one that holds both.
    int steps(Place candidate) const;
    // Whether that is a category at all: not where the two have none in common.
    bool shares_category(int steps) const {
        return around_.empty() || static_cast<std::size_t>(steps) < around_.size();
    }
    // The whole score, also of a candidate of another kind.
    double score(Place candidate) const;

    // Those of which receipts, answers or purchases say something.
    const std::vector<Place>& spoken_of() const { return spoken_of_; }
    // Households that bought both, at different times.
    std::uint32_t households_of_both(catalogue::Row candidate) const;

  private:
    struct Gain {
        Place place = 0;
        double gain = 0;
    };
    double of_name(Place candidate) const { return knobs_.words * shrink_ * likeness_of_name(candidate); }
    void add_gain(Place place, double gain);
    void add_taste(std::span<const catalogue::Row> bought, BoughtBefore counts);
    double gain_of(Place candidate) const;
    double popularity_of(std::uint32_t households, double mean) const;
    double taste_for(std::uint32_t maker) const;
    double without_name(Place candidate) const;
    double without_name(Place candidate, double mean) const;

    const Engine& engine_;
    const FactTable& table_;
    const Knobs& knobs_;
    catalogue::Row row_;
    Place place_;
    Facts wanted_;
    std::uint32_t category_;
    double shrink_, mean_;
    std::array<double, 64> popularity_;  // in the kind, by households; most articles have few
    bool any_receipts_;
    Names::Sought name_;
    FactTable::Range own_;
    std::vector<FactTable::Range> around_;  // the category, then the wider ones
    std::vector<Gain> gains_;               // by place
    std::uint64_t gain_filter_ = 0;         // one bit for every place in gains_
    std::vector<Place> spoken_of_;
    std::vector<std::pair<std::uint32_t, double>> taste_;  // by maker
};

}  // namespace makegood::core::substitute
