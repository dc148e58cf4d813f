// The past as cases that can be run again (service/what_if.hpp).
#pragma once
#include <map>
#include <variant>

#include "app/service/shortlists.hpp"
#include "app/service/trial_store.hpp"
#include "app/service/what_if.hpp"

namespace makegood::service {

// What the customer of a case took home; nothing: no card.
struct Taken {
    core::recovery::OfferKind kind{};
    ArticleNumber article;
    GestureId gesture;
    std::string title;
    Money cost, worth;
    bool is_same_thing(const core::recovery::Offer& offer) const {
        return article == offer.article && gesture == offer.gesture;
    }
    friend bool operator==(const Taken&, const Taken&) = default;
};
Taken taken_of(const core::recovery::Offer& offer);
// A card: goods, or what costs money.
bool is_card(const core::recovery::Offer& offer);

struct PastCase {
    IncidentId id;
    Instant at;
    CivilDate day;
    core::incident::Incident incident;
    std::string title;
    std::optional<Taken> taken;  // a card, given and not undone
    bool had_cards = false;      // to choose from, at any time
    bool in_error = false;       // there was no such case
    std::size_t last_step = 0;   // that is about it
    std::string customer{};      // as ports::IncidentReported has it
};

// What happened, one after the other.
namespace step {
struct Reported {
    std::uint64_t drawn;
};
struct SaidNo {
    core::recovery::Wishes wishes;  // after it
    std::string why;
    std::uint64_t drawn;
};
struct Given {
    Taken taken;
    PersonId approved_by;
    std::string approved_why;
};
struct Undone {};
struct Closed {
    std::string why;
};
struct Redeemed {};
struct Voided {
    std::string why;
};
struct Counted {
    ArticleNumber article;
    std::int64_t pieces;
};
struct CatalogueCame {};  // with stock
struct LimitSet {
    core::budget::Limit limit;
};
// Of an earlier gift that was undone, voided, expired or redeemed for less.
struct CameBack {
    ports::PastGift gift;
};
}  // namespace step

struct Step {
    Instant at;
    PersonId by;
    std::size_t of = 0;  // which case; beyond them all: none
    std::variant<step::Reported, step::SaidNo, step::Given, step::Undone, step::Closed, step::Redeemed,
                 step::Voided, step::Counted, step::CatalogueCame, step::LimitSet, step::CameBack>
        what;
};

class RulesOfNow;

struct Past {
    core::budget::Span days;
    CivilDate since;  // from here on all is known that was given (past_reach.hpp)
    Before before;
    ports::ShelfThen shelf;
    std::vector<PastCase> cases;
    std::vector<std::size_t> asks;  // those cases in which an article is missing that was not missing before
    std::vector<Step> steps;
    std::map<PersonId, ports::Person> people;  // who did something, as they are now

    // The shop as it is now.
    Settings settings;
    Currency currency;
    std::shared_ptr<const core::catalogue::Catalogue> articles;
    std::shared_ptr<const core::substitute::Learnt> learnt;
    ports::CatalogueFiles& catalogues;
    const ports::Clock& clock;

    std::int64_t rules_changed = 0, catalogues_came = 0, counted_by_hand = 0;
    bool shares_budget = false;
    std::shared_ptr<RulesOfNow> by_rules_of_now{};    // never null
    std::shared_ptr<ShortlistsByRules> shortlists{};  // never null; of `articles` and `learnt`
};

}  // namespace makegood::service
