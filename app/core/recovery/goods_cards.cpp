#include <algorithm>

#include "app/core/recovery/cards.hpp"
#include "app/core/recovery/wording.hpp"

namespace makegood::core::recovery {
namespace {

using catalogue::Article;
using substitute::Substitute;

// Scores of one answer fall from goods that are free over goods for the same price to gestures.
constexpr double free_goods = 20, goods = 10;

bool is_organic(const Article& article) {
    return std::find(article.labels.begin(), article.labels.end(), "organic") != article.labels.end();
}

struct Pair {
    const Substitute& substitute;
    Article article, missing;
};

std::string named(const Article& article, std::int64_t quantity) {
    const auto name = catalogue::display_name(article);
    return quantity == 1 ? name : std::to_string(quantity) + " × " + name;
}

Offer common(const Case& given, const Pair& pair) {
    Offer offer;
    offer.article = pair.article.number;
    offer.quantity = given.incident.quantity;
    offer.title = named(pair.article, offer.quantity);
    offer.detail = comparison(pair.article, pair.missing);
    offer.reason = pair.substitute.reason;
    offer.place = place_words(pair.article.place, pair.substitute.left);
    return offer;
}

std::string what(const Pair& pair) {
    return size_words(pair.substitute.size_ratio, pair.missing.size.unit);
}

Offer free_offer(const Case& given, const Pair& pair) {
    Offer offer = common(given, pair);
    offer.kind = OfferKind::free_substitute;
    const bool larger = pair.substitute.fit == substitute::Fit::larger;
    offer.label = what(pair) + (larger ? ", free" : ", on us");
    offer.sentence =
        sentence_free(given.policy, pair.substitute, pair.article, given.incident.context.happened_before);
    offer.pays = Money{};
    offer.cost = pair.substitute.cost_free;
    offer.worth = pair.substitute.worth_free;
    offer.paper = gesture::Paper::sticker;
    offer.score = free_goods + pair.substitute.score;
    return offer;
}

std::string same_price_label(const Pair& pair, Money full_price) {
    if (pair.substitute.pays < full_price) return what(pair) + ", for less";
    if (is_organic(pair.article) && !is_organic(pair.missing)) return "Organic, same price";
    if (what(pair) == "Same size") return "Same price";
    return what(pair) + ", same price";
}

// A voucher for the difference may be used on anything, so it can cost all of its value.
Money same_price_cost(const Substitute& substitute) {
    return std::max(substitute.cost, substitute.worth);
}

Offer same_price_offer(const Case& given, const Pair& pair) {
    Offer offer = common(given, pair);
    offer.kind = OfferKind::same_price_substitute;
    offer.label = same_price_label(pair, *pair.missing.price * given.incident.quantity);
    offer.sentence = sentence_same_price(given.policy, pair.article, given.incident.context.happened_before);
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

Pair pair_of(const Case& given, const Substitute& substitute) {
    return {substitute, given.articles.article(substitute.row), given.articles.article(*given.article)};
}

}  // namespace

std::vector<Offer> goods_cards(const Case& given, std::span<const Substitute> substitutes, std::size_t places,
                               Purse& purse) {
    std::vector<Offer> cards;
    const Substitute* free = nullptr;
    for (const auto& candidate : substitutes) {
        if (places == 0 || candidate.cost_free > given.policy.most_free_goods_cost) continue;
        if (!purse.allows(candidate.cost_free, candidate.worth_free)) continue;
        free = &candidate;
        cards.push_back(free_offer(given, pair_of(given, candidate)));
        break;
    }
    const bool price_known = given.articles.view(*given.article).price.has_value();
    for (const auto& candidate : substitutes) {
        if (!price_known || cards.size() >= places) break;
        if (&candidate == free || candidate.worth > given.policy.guards.most_worth_money_each) continue;
        if (purse.allows(same_price_cost(candidate), candidate.worth))
            cards.push_back(same_price_offer(given, pair_of(given, candidate)));
    }
    return cards;
}

}  // namespace makegood::core::recovery
