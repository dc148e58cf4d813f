// One answer of the engine while it is made: gathers candidates, drops what a rule forbids, keeps the best.
#pragma once
#include <vector>

#include "app/core/substitute/engine.hpp"
#include "app/core/substitute/pair.hpp"
#include "app/core/substitute/place_set.hpp"
#include "app/core/substitute/scorer.hpp"

namespace makegood::core::substitute {

class Answer {
  public:
    Answer(const Engine& engine, const Question& question, const Rules& rules, std::size_t limit);
    std::vector<Substitute> make();

  private:
    // What a candidate can reach at most; the name is compared only where that could matter.
    struct Hope {
        int standing = 0;  // by the owner's hand
        double score = 0;
        Place place = 0;
        friend bool operator<(const Hope& a, const Hope& b) {
            return a.standing != b.standing ? a.standing < b.standing : a.score < b.score;
        }
    };
    struct Kept {
        int standing;
        std::uint64_t tie;
        Substitute pair;
        bool before(const Kept& other) const;
    };

    void look_in_kind();
    void look_wider();
    void look_by_name();
    void hope_for(Place place);
    void choose();
    void weigh(const Hope& hope);
    bool full() const { return kept_.size() >= limit_; }
    bool could_enter(const Hope& hope) const;

    // Stock, price and size as far as one look tells; what passes is looked at again.
    bool may_pass(const Facts& facts) const;
    bool keeps_rules(const catalogue::ArticleView& view) const;
    bool near_enough(Place place, const catalogue::ArticleView& view) const;
    bool restricted_category(std::uint32_t category) const;
    catalogue::ArticleView view_of(Place place) const;

    const Engine& engine_;
    const FactTable& table_;
    const Question& question_;
    const Rules& rules_;
    std::size_t limit_;
    Scorer scorer_;
    Hand::View hand_;
    std::vector<Need> needs_;
    catalogue::ArticleView missing_;
    const Claims& claims_;
    const Allergens& allergens_;
    bool missing_restricted_;
    double price_at_most_, log_size_least_, log_size_most_;
    PlaceSet seen_;
    std::vector<Hope> hopes_;
    std::vector<Kept> kept_;
};

}  // namespace makegood::core::substitute
