// The owner's hand: what is offered first, what never, and in which order. It wins over the score, never over
// the rules of safety, stock and price.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/core/substitute/article_facts.hpp"

namespace makegood::core::substitute {

// Of which articles a line of the owner speaks.
struct Subject {
    enum class What : std::uint8_t { anything, article, brand, category };
    What what = What::anything;
    std::vector<std::string>
        words;  // the article's number, the brand's name, or the category's path, widest first
    friend bool operator==(const Subject&, const Subject&) = default;
};

// pin: offered before all others, also from another category where one article is named. rank: before what is
// not ranked, by `place`. forbid: never offered. Earlier lines win over later ones.
struct HandLine {
    enum class Verb : std::uint8_t { pin, rank, forbid };
    Verb verb = Verb::pin;
    Subject missing;     // when this is missing
    Subject substitute;  // this is offered so
    int place = 1;       // of a rank; 1 comes first
    friend bool operator==(const HandLine&, const HandLine&) = default;
};

// The lines in numbers of one catalogue. What names nothing in it has no effect.
class Hand {
  public:
    Hand() = default;
    Hand(const catalogue::Catalogue& articles, const FactTable& facts, const std::vector<HandLine>& lines);

    struct Target {
        Subject::What what = Subject::What::anything;
        Place place = 0;                       // of an article
        std::vector<std::uint32_t> brands;     // all that are written so, accents and case aside
        std::vector<FactTable::Range> ranges;  // of a category, the same
        bool has(Place other, const Facts& facts) const;
    };
    struct Line {
        HandLine::Verb verb;
        Target missing, substitute;
        int place;
    };
    // What the owner says when this is missing.
    class View {
      public:
        View(const FactTable& facts) : facts_(facts) {}
        bool silent() const { return lines_.empty(); }
        // Below 0: never. 0: the score alone decides. Higher: offered before what has less.
        int standing(Place candidate) const;
        // Articles that are pinned one by one, wherever they stand.
        std::vector<Place> pinned() const;
        // Of what the lines speak that pin or rank.
        std::vector<const Target*> favoured() const;

      private:
        friend class Hand;
        const FactTable& facts_;
        std::vector<const Line*> lines_;
    };
    View when_missing(Place missing, const FactTable& facts) const;

  private:
    std::vector<Line> lines_;
};

}  // namespace makegood::core::substitute
