#include "app/core/recovery/compose.hpp"

#include <algorithm>
#include <iterator>

#include "app/core/recovery/cards.hpp"

namespace makegood::core::recovery {
namespace {

using incident::Kind;

constexpr int fewest_free_options = 2;  // R9

// The price of a missing article is what its loss is measured by, where the clerk said nothing else.
incident::Incident with_loss(incident::Incident incident, const catalogue::Catalogue& articles,
                             std::optional<catalogue::Row> article) {
    if (incident.kind != Kind::stock_out || incident.loss || !article) return incident;
    const auto price = articles.view(*article).price;
    if (price && incident.quantity >= 1 && price->minor() <= base::money_limit / incident.quantity)
        incident.loss = *price * incident.quantity;
    return incident;
}

std::size_t places_of(int wished, int least) {
    return static_cast<std::size_t>(std::max(wished, least));
}

// A surprise is one thing that chance chose (R5): a choice would become the dearest one every time.
std::size_t card_places(const Case& given) {
    const auto places = places_of(given.policy.cards, 0);
    return given.incident.kind == Kind::delight ? std::min<std::size_t>(places, 1) : places;
}

// One place is kept for a gesture, so that there is a choice between kinds.
std::vector<Offer> make_cards(const Case& given, std::span<const substitute::Substitute> substitutes,
                              Purse& purse) {
    const auto places = card_places(given);
    const auto gestures = fitting_paid(given, purse);
    std::vector<Offer> cards;
    if (given.incident.kind == Kind::stock_out && given.article) {
        const bool keep_one = places > 1 && !gestures.empty();
        cards = goods_cards(given, substitutes, places - (keep_one ? 1 : 0), purse);
    }
    auto more = gesture_offers(given, gestures, places - cards.size());
    std::move(more.begin(), more.end(), std::back_inserter(cards));
    return cards;
}

std::string capitalised(std::string_view text) {
    std::string words(text);
    words.front() = static_cast<char>(words.front() - ('a' - 'A'));
    return words;
}

std::string note_about_money(const budget::Period& money, const Currency& currency) {
    const auto what = budget::money_of(money.limit.kind);
    if (money.limit.cost == Money{}) return "No money is set aside for this period; these cost nothing.";
    Money left = money.available_cost();
    if (const auto worth = money.available_worth()) left = std::min(left, *worth);
    if (left == Money{}) return capitalised(what) + " is used up; these cost nothing.";
    return "Only " + format(left, currency) + " is left of " + std::string(what) +
           "; what costs more is left out.";
}

std::string note_for(const Case& given, std::size_t cards, bool any_substitute, const Purse& purse,
                     const Wishes& wishes) {
    if (cards >= card_places(given)) return {};
    if (purse.was_too_small()) return note_about_money(given.money, given.currency);
    if (const auto* limit = purse.refused_by()) return budget::note_about(*limit, given.currency);
    if (purse.was_kept())
        return "The rest of " + std::string(budget::money_of(given.money.limit.kind)) +
               " is shared with those who come later; what costs more is left out.";
    if (given.incident.kind == Kind::stock_out && !any_substitute)
        return about_goods(wishes) ? "Nothing else on the shelf is known to fit what was said."
                                   : "Nothing like it is on the shelf now.";
    return "Nothing else fits within the rules of this shop.";
}

}  // namespace

Offers compose(const Policy& policy, const incident::Incident& incident, const catalogue::Catalogue& articles,
               std::optional<catalogue::Row> article, std::span<const substitute::Substitute> substitutes,
               const budget::Period& money, const Currency& currency, const Draw& draw, const Wishes& wishes,
               std::optional<Money> most_now, std::span<const budget::LimitLeft> limits, Detail detail) {
    const auto measured = with_loss(incident, articles, article);
    const Case given{policy, measured, articles, article, money, currency, draw, detail};
    Purse purse(policy, money, most_now, limits);
    Offers answer;
    answer.cards = make_cards(given, substitutes, purse);
    answer.left_out = purse.left_out();
    if (detail == Detail::costs) return answer;
    answer.free =
        gesture_offers(given, fitting_free(given), places_of(policy.free_options, fewest_free_options));
    answer.note = note_for(given, answer.cards.size(), !substitutes.empty(), purse, wishes);
    return answer;
}

}  // namespace makegood::core::recovery
