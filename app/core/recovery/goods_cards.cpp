#include <algorithm>

#include "app/core/recovery/cards.hpp"
#include "app/core/recovery/wording.hpp"
#include "app/core/substitute/claims.hpp"

namespace makegood::core::recovery {
namespace {

using catalogue::Article;
using substitute::Substitute;

// Scores of one answer fall from goods that are free over goods for the same price to gestures.
constexpr double free_goods = 200, goods = 100;

// As the engine reads labels: "EU organic" is organic too.
bool is_organic(const Article& article) {
    const std::vector<std::string_view> labels(article.labels.begin(), article.labels.end());
    return substitute::claims_of(labels).has("organic");
}

struct Pair {
    const Substitute& substitute;
    catalogue::ArticleView article, missing;
    std::int64_t asked;
};

// Words are made of the whole articles, so only for what is shown.
struct Shown {
    Article article, missing;
};
Shown shown(const Case& given, const Pair& pair) {
    return {given.articles.article(pair.substitute.row), given.articles.article(*given.article)};
}

std::string named(const Article& article, std::int64_t quantity) {
    const auto name = catalogue::display_name(article);
    return quantity == 1 ? name : std::to_string(quantity) + " × " + name;
}

void say_what_all_do(const Case& given, const Pair& pair, const Shown& both, Offer& offer) {
    offer.title = named(both.article, offer.quantity);
    offer.detail = comparison(both.article, offer.quantity, both.missing, given.incident.quantity);
    offer.reason = pair.substitute.reason;
    offer.place = place_words(both.article.place, pair.substitute.left);
}

Offer common(const Case& given, const Pair& pair) {
    Offer offer;
    offer.article = ArticleNumber(std::string(pair.article.number));
    offer.quantity = pair.substitute.pieces;
    if (given.detail == Detail::titles)
        offer.title = named(given.articles.article(pair.substitute.row), offer.quantity);
    return offer;
}

std::string what(const Pair& pair) {
    const bool same_kind = pair.missing.category != 0 && pair.article.category == pair.missing.category;
    if (!pair.substitute.size_ratio && !same_kind) return "Something like it";
    return size_words(pair.substitute.size_ratio, pair.missing.size.unit,
                      pair.substitute.pieces > pair.asked);
}

void say_free(const Case& given, const Pair& pair, Offer& offer) {
    const auto both = shown(given, pair);
    say_what_all_do(given, pair, both, offer);
    const bool is_larger = pair.substitute.fit == substitute::Fit::larger;
    offer.label = what(pair) + (is_larger ? ", free" : ", on us");
    offer.sentence =
        sentence_free(given.policy, pair.substitute, both.article, given.incident.context.happened_before);
}

Offer free_offer(const Case& given, const Pair& pair) {
    Offer offer = common(given, pair);
    offer.kind = OfferKind::free_substitute;
    if (given.detail == Detail::all) say_free(given, pair, offer);
    offer.pays = Money{};
    offer.cost = pair.substitute.cost_free;
    offer.worth = pair.substitute.worth_free;
    offer.paper = gesture::Paper::sticker;
    offer.score = free_goods + pair.substitute.score;
    return offer;
}

std::string same_price_label(const Pair& pair, const Shown& both, Money full_price) {
    if (pair.substitute.pays < full_price) return what(pair) + ", for less";
    if (is_organic(both.article) && !is_organic(both.missing)) return "Organic, same price";
    if (what(pair) == "Same size") return "Same price";
    return what(pair) + ", same price";
}

void say_same_price(const Case& given, const Pair& pair, Offer& offer) {
    const auto both = shown(given, pair);
    say_what_all_do(given, pair, both, offer);
    offer.label = same_price_label(pair, both, *pair.missing.price * given.incident.quantity);
    offer.sentence = sentence_same_price(given.policy, both.article, given.incident.context.happened_before);
}

// A voucher for the difference may be used on anything, so it can cost all of its value.
Money same_price_cost(const Substitute& substitute) {
    return std::max(substitute.cost, substitute.worth);
}

Offer same_price_offer(const Case& given, const Pair& pair) {
    Offer offer = common(given, pair);
    offer.kind = OfferKind::same_price_substitute;
    if (given.detail == Detail::all) say_same_price(given, pair, offer);
    offer.pays = pair.substitute.pays;
    offer.cost = same_price_cost(pair.substitute);
    offer.worth = pair.substitute.worth;
    offer.score = goods + pair.substitute.score;
    if (offer.worth > Money{}) {
        offer.paper = gesture::Paper::voucher;
        offer.voucher_value = offer.worth;
        offer.valid_days = given.policy.difference_valid_days;
    }
    return offer;
}

// Of its category or a narrower one.
bool of_the_kind(const catalogue::Catalogue& articles, const Pair& pair) {
    const auto kind = pair.missing.category;
    if (kind == 0) return false;
    auto own = pair.article.category;
    while (own != 0 && own != kind) own = articles.wider(own);
    return own == kind;
}

// Flavours of one thing: nobody who looks at the shelf sees more than one of them.
bool same_line(const Pair& a, const Pair& b) {
    return a.article.brand_id == b.article.brand_id && a.article.category == b.article.category &&
           a.article.size == b.article.size && a.article.price == b.article.price;
}

// Chooses the cards one after the other out of the substitutes, which come nearest first.
class GoodsCards {
  public:
    GoodsCards(const Case& given, std::span<const Substitute> substitutes, Purse& purse)
        : given_(given), purse_(purse), price_known_(given.articles.view(*given.article).price.has_value()) {
        const auto missing = given.articles.view(*given.article);
        pairs_.reserve(substitutes.size());
        for (const auto& each : substitutes)
            pairs_.push_back({each, given.articles.view(each.row), missing, given.incident.quantity});
    }

    std::vector<Offer> choose(std::size_t places) {
        if (places > 0 && !add_by_hand()) add_greatest_benefit();
        while (cards_.size() < places &&
               (add_next(&GoodsCards::another_kind) || add_next(&GoodsCards::another_line))) {
        }
        return std::move(cards_);
    }

  private:
    using Wish = bool (GoodsCards::*)(const Pair&) const;

    bool may_be_free(const Pair& pair) {
        return pair.substitute.cost_free <= given_.policy.most_free_goods_cost &&
               purse_.allows(OfferKind::free_substitute, pair.substitute.cost_free,
                             pair.substitute.worth_free);
    }
    bool may_be_same_price(const Pair& pair) {
        return price_known_ && pair.substitute.worth <= given_.policy.guards.most_worth_money_each &&
               purse_.allows(OfferKind::same_price_substitute, same_price_cost(pair.substitute),
                             pair.substitute.worth);
    }

    // What the owner put first comes first, free or for the same price as the policy and the money allow.
    bool add_by_hand() {
        for (const auto& pair : pairs_) {
            if (!pair.substitute.by_hand) return false;  // these come first
            const bool free = may_be_free(pair);
            if (!free && !may_be_same_price(pair)) continue;
            add_first(pair, free);
            return true;
        }
        return false;
    }
    // What gives the customer most: free, where that is allowed for any of them. However large, what is only
    // like the kind comes after the kind.
    void add_greatest_benefit() {
        if (const Pair* free = greatest(&GoodsCards::may_be_free))
            add_first(*free, true);
        else if (const Pair* same_price = greatest(&GoodsCards::may_be_same_price))
            add_first(*same_price, false);
    }
    void add_first(const Pair& pair, bool free) {
        shown_.push_back(&pair);
        cards_.push_back(free ? free_offer(given_, pair) : same_price_offer(given_, pair));
        cards_.back().score += pair.substitute.benefit;  // so that it is not below a nearer one
    }
    const Pair* greatest(bool (GoodsCards::*may)(const Pair&)) {
        const auto rank = [&](const Pair& pair) {
            return std::pair(of_the_kind(given_.articles, pair),
                             pair.substitute.benefit + pair.substitute.score);
        };
        const Pair* best = nullptr;
        std::pair<bool, double> best_rank;
        for (const auto& pair : pairs_) {
            const auto own = rank(pair);
            if ((best != nullptr && own <= best_rank) || !(this->*may)(pair)) continue;
            best = &pair;
            best_rank = own;
        }
        return best;
    }

    // The nearest for which the wish holds, for the price of the missing one.
    bool add_next(Wish wish) {
        for (const auto& pair : pairs_) {
            if (std::find(shown_.begin(), shown_.end(), &pair) != shown_.end() || !(this->*wish)(pair))
                continue;
            if (!may_be_same_price(pair)) continue;
            shown_.push_back(&pair);
            cards_.push_back(same_price_offer(given_, pair));
            return true;
        }
        return false;
    }
    // The second card is the nearest; from the third on another brand than those shown.
    bool another_kind(const Pair& pair) const {
        return another_line(pair) &&
               (shown_.size() < 2 || std::none_of(shown_.begin(), shown_.end(), [&](const Pair* other) {
                    return other->article.brand_id == pair.article.brand_id;
                }));
    }
    bool another_line(const Pair& pair) const {
        return std::none_of(shown_.begin(), shown_.end(),
                            [&](const Pair* other) { return same_line(*other, pair); });
    }

    const Case& given_;
    Purse& purse_;
    bool price_known_;
    std::vector<Pair> pairs_;
    std::vector<const Pair*> shown_;
    std::vector<Offer> cards_;
};

}  // namespace

std::vector<Offer> goods_cards(const Case& given, std::span<const Substitute> substitutes, std::size_t places,
                               Purse& purse) {
    return GoodsCards(given, substitutes, purse).choose(places);
}

}  // namespace makegood::core::recovery
