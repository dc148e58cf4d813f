// One answer of the engine while it is made: gathers candidates, drops what a rule forbids, keeps the best.
#pragma once
#include <array>
#include <vector>

#include "app/core/substitute/engine.hpp"
#include "app/core/substitute/pair.hpp"
#include "app/core/substitute/place_set.hpp"
#include "app/core/substitute/scorer.hpp"
#include "app/core/substitute/shortlist.hpp"

namespace makegood::core::substitute {

class Answer {
  public:
    // `any`: whatever stands on the shelf and whatever customers answered, only of the kind.
    enum class Shelf : std::uint8_t { as_it_is, any };
    Answer(const Engine& engine, const Question& question, const Rules& rules, std::size_t limit,
           Shelf shelf = Shelf::as_it_is);
    std::vector<Substitute> make();

    // Whether the question is one whose candidates can be listed once for all.
    bool can_list() const;
    Shortlist list();
    // nullopt: too few of them can be given.
    std::optional<std::vector<Substitute>> make_of(const Shortlist& list);

  private:
    // What a candidate can reach at most; the name is compared only where that could matter.
    struct Hope {
        int standing = 0;  // by the owner's hand
        double score = 0;
        Place place = 0;
        std::optional<double> listed{};  // its score, where a list says that the rules let it pass
        friend bool operator<(const Hope& a, const Hope& b) {
            return a.standing != b.standing ? a.standing < b.standing : a.score < b.score;
        }
    };
    struct Kept {
        int standing = 0;
        double score = 0;
        std::uint64_t tie = 0;
        Substitute pair;
        Standing place() const { return {standing, score, tie, pair.row}; }
        bool before(const Kept& other) const { return place().before(other.place()); }
    };
    // The best so far, in order.
    struct Best {
        std::size_t limit = 0;
        std::vector<Kept> kept{};
        bool full() const { return kept.size() >= limit; }
        bool could_take(const Hope& hope) const;
        void add(Kept more);
        // Whether none of those that come after `last` would be among them.
        bool holds_without(const std::optional<Standing>& last) const;
    };

    FactTable::Range kind() const;
    void look_in_kind();
    void look_wider();
    void look_by_name(FactTable::Range within);
    void look_by_hand();
    void walk(FactTable::Range range);
    void hope_for(Place place);
    void hope_for_new(Place place);
    void hope_for_listed(const Shortlist& list);
    bool may_sound_alike(Place place) const;
    bool too_few() const;
    void choose();
    void choose_gains();
    void add_chosen_gains();
    std::vector<Hope> hopes_of_gains() const;
    bool is_chosen(catalogue::Row row) const;
    Hope exact(const Hope& hope) const;
    // The candidate as it would be kept; nullopt where a rule says no.
    std::optional<Kept> weighed(const Hope& hope) const;
    bool keeps_all_rules(Place place) const;
    std::vector<Substitute> with_reasons();

    // Stock, price and size as far as one look tells; what passes is looked at again.
    bool may_pass(const Facts& facts) const;
    bool may_be_there(const Facts& facts, bool packs) const;
    bool keeps_rules(catalogue::Row row) const;
    bool lists_keep_rules(const catalogue::Catalogue::ListIds& lists) const;
    bool near_enough(Place place) const;
    bool keeps_age_by_words(catalogue::Row row, std::uint32_t category) const;
    bool is_adult_kind(std::uint32_t category) const;
    bool may_be_adult_kind(std::uint32_t category) const;
    catalogue::ArticleView view_of(Place place) const;

    const Engine& engine_;
    const FactTable& table_;
    const Question& question_;
    const Rules& rules_;
    Shelf shelf_;
    Scorer scorer_;
    Hand::View hand_;
    std::vector<Place> pinned_;
    std::vector<Need> needs_;
    catalogue::ArticleView missing_;
    const Claims& claims_;
    const Allergens& allergens_;
    mutable std::vector<std::pair<std::uint32_t, bool>> categories_;  // which may be adult, so far asked
    // What the rules say of lists that many articles share, so far asked.
    struct Asked {
        std::uint32_t labels = 0, allergens = 0;
        bool is_known = false, keeps = false;
    };
    mutable std::array<Asked, 32> asked_{};
    bool is_choosy_;  // many are dropped by what labels and lists say: then these are looked at first
    AgeWords name_says_;
    bool kind_is_adult_, missing_is_adult_;
    double price_at_most_, log_size_least_, log_size_most_;
    FactTable::Range walked_;
    PlaceSet seen_;
    std::vector<Hope> hopes_;
    std::size_t chosen_of_ = 0;  // so many of the first: the nearest of them were chosen
    Best nearest_, gains_;
};

}  // namespace makegood::core::substitute
