#include <algorithm>

#include "app/core/recovery/cards.hpp"
#include "app/core/recovery/chance.hpp"
#include "app/core/recovery/wording.hpp"

namespace makegood::core::recovery {
namespace {

using gesture::Fitting;
using gesture::Gesture;
using gesture::Nature;

constexpr double for_this_situation = 4, in_kind = 2, acceptable = 1;

OfferKind kind_of(Nature nature) {
    switch (nature) {
        case Nature::product:
            return OfferKind::gift;
        case Nature::money:
            return OfferKind::amount_off;
        case Nature::attention:
            return OfferKind::attention;
        case Nature::promise:
            return OfferKind::promise;
    }
    return OfferKind::attention;
}

std::string due_words(int hours) {
    const auto count = [](int number, const std::string& unit) {
        return std::to_string(number) + ' ' + unit + (number == 1 ? "" : "s");
    };
    return hours % 24 == 0 ? count(hours / 24, "day") : count(hours, "hour");
}

Words words_of_gesture(const Case& given, const Fitting& fit) {
    std::string article = "what you came for";
    if (given.article) article = catalogue::display_name(given.articles.article(*given.article));
    return {{"article", article},
            {"worth", format(fit.worth, given.currency)},
            {"due", due_words(fit.gesture->due_hours)},
            {"days", std::to_string(fit.gesture->valid_days)},
            {"again", given.incident.context.happened_before ? " again" : ""}};
}

std::string title_of(const Case& given, const Fitting& fit) {
    const auto& title = fit.gesture->title;
    return title.find('{') == title.npos ? title : filled(title, words_of_gesture(given, fit));
}

void say(const Case& given, const Fitting& fit, Offer& offer) {
    const Gesture& gesture = *fit.gesture;
    const auto words = words_of_gesture(given, fit);
    offer.title = filled(gesture.title, words);
    offer.label = filled(gesture.label, words);
    offer.detail = filled(gesture.detail, words);
    offer.sentence = filled(gesture.sentence, words);
    offer.reason = fit.reason;
}

Offer offer_of(const Case& given, const Fitting& fit, double score, Percent probability) {
    const Gesture& gesture = *fit.gesture;
    Offer offer;
    offer.kind = kind_of(gesture.nature);
    offer.gesture = gesture.id;
    if (given.detail == Detail::all) say(given, fit, offer);
    if (given.detail == Detail::titles) offer.title = title_of(given, fit);
    if (gesture.nature == Nature::product) offer.pays = Money{};
    offer.cost = fit.cost;
    offer.worth = fit.worth;
    offer.paper = gesture.paper;
    if (gesture.paper == gesture::Paper::voucher) {
        offer.voucher_value = fit.worth;
        offer.valid_days = gesture.valid_days;
    }
    if (gesture.nature == Nature::promise) offer.due_hours = gesture.due_hours;
    offer.score = score;
    offer.probability = probability;
    return offer;
}

// Higher goes first; equals are left to chance.
double rank(const Fitting& fit) {
    if (!fit.in_kind) return acceptable;
    return fit.gesture->only_when == incident::Context{} ? in_kind : for_this_situation;
}

}  // namespace

bool Purse::allows(OfferKind kind, Money cost, Money worth) {
    if (cost > guards_.most_cost_each) return false;
    const bool fits = money_.fits(cost, worth);
    if (!fits) left_out_ = greatest(left_out_, {cost, worth});
    const auto refuses = [&](const budget::LimitLeft& limit) { return !limit.fits(word(kind), cost, worth); };
    const auto refusing = std::find_if(limits_.begin(), limits_.end(), refuses);
    if (refusing != limits_.end()) {
        if (!refused_by_) refused_by_ = &*refusing;
        return false;
    }
    const bool kept = fits && most_now_ && cost > *most_now_;
    was_kept_ |= kept;
    return fits && !kept;
}

std::vector<Fitting> fitting_free(const Case& given) {
    auto fits = gesture::fitting(given.policy.gestures, given.policy.guards, given.incident);
    std::erase_if(fits, [](const Fitting& fit) { return !fit.gesture->free(); });
    for (auto& always : gesture::fitting(gesture::always_possible(), given.policy.guards, given.incident)) {
        if (fits.size() >= 2) break;
        const auto same = [&](const Fitting& fit) { return fit.gesture->id == always.gesture->id; };
        if (std::none_of(fits.begin(), fits.end(), same)) fits.push_back(std::move(always));
    }
    return fits;
}

std::vector<Fitting> fitting_paid(const Case& given, Purse& purse) {
    auto fits = gesture::fitting(given.policy.gestures, given.policy.guards, given.incident);
    std::erase_if(fits, [&](const Fitting& fit) {
        return fit.gesture->free() || !purse.allows(kind_of(fit.gesture->nature), fit.cost, fit.worth);
    });
    return fits;
}

std::vector<Offer> gesture_offers(const Case& given, const std::vector<Fitting>& fits, std::size_t places) {
    std::vector<Offer> offers;
    for (const double group : {for_this_situation, in_kind, acceptable}) {
        std::vector<const Fitting*> members;
        std::vector<int> weights;
        for (const auto& fit : fits) {
            if (rank(fit) != group) continue;
            members.push_back(&fit);
            weights.push_back(fit.gesture->chance_weight);
        }
        for (const auto& drawn : draw_some(weights, places - offers.size(), given.draw))
            offers.push_back(offer_of(given, *members[drawn.index], group, drawn.probability));
    }
    return offers;
}

}  // namespace makegood::core::recovery
