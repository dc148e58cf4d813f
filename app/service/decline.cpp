#include "app/service/decline.hpp"

#include <algorithm>
#include <array>

#include "app/core/recovery/renew.hpp"
#include "app/core/substitute/rules.hpp"
#include "app/service/counter_answers.hpp"
#include "app/service/spend_rights.hpp"
#include "app/service/standing_case.hpp"
#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

using core::recovery::Offer;
using core::recovery::Wishes;

constexpr std::array<std::string_view, 4> words_of_why{"not-wanted", "other-brand", "other-size", "needs"};
constexpr std::array<std::string_view, 6> needs_of_many{"gluten-free", "lactose-free", "vegan",
                                                        "halal",       "kosher",       "nuts"};
constexpr std::size_t most_said = 60;

template <class T>
void add_once(std::vector<T>& list, const T& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// The case as the customer and the clerk see it.
struct Standing : StandingCase {
    Offer declined;
};

Result<Standing> read_standing(Desk& desk, const OfferId& id) {
    const auto made = desk.store.offer(id);
    if (!made) return fail(made.error());
    if (!*made)
        return fail(ErrorKind::not_found, "There is no offer " + id.text() +
                                              " on this register. Report the incident again to get offers.");
    auto standing = read_standing_case(desk, (*made)->first);
    if (!standing) return fail(standing.error());
    return Standing{std::move(*standing), (*made)->second};
}

// All that is offered of it over all that is missing, where both sizes are known.
std::optional<double> size_beside(const Desk& desk, const Standing& standing, core::catalogue::Row offered) {
    const auto& incident = standing.incident.incident;
    const auto missing = desk.articles->find(incident.article.text());
    if (!missing) return std::nullopt;
    return core::substitute::total_ratio(desk.articles->view(*missing).size, incident.quantity,
                                         desk.articles->view(offered).size, standing.declined.quantity);
}

Wishes with_what_was_said(const Desk& desk, const Standing& standing, const Decline& said) {
    Wishes wishes = standing.wishes;
    const auto& offer = standing.declined;
    if (offer.article.empty()) {
        add_once(wishes.not_gestures, offer.gesture);
    } else {
        add_once(wishes.not_articles, offer.article);
        const auto row = desk.articles->find(offer.article.text());
        const std::string brand(row ? desk.articles->view(*row).brand : std::string_view());
        if (said.why == WhyNot::other_brand && !brand.empty()) add_once(wishes.not_brands, brand);
        if (said.why == WhyNot::other_size && row) say_other_size(wishes, size_beside(desk, standing, *row));
    }
    for (const auto& need : said.not_needed) std::erase(wishes.needs, need);
    for (const auto& need : said.needs) add_once(wishes.needs, need);
    return wishes;
}

// Whether a card that was shown is still what the customer wants, and may still be offered.
bool stays(const Desk& desk, const Offer& card, const Wishes& wishes,
           std::span<const core::substitute::Substitute> allowed) {
    if (card.article.empty())
        return std::find(wishes.not_gestures.begin(), wishes.not_gestures.end(), card.gesture) ==
               wishes.not_gestures.end();
    const auto row = desk.articles->find(card.article.text());
    return row &&
           std::any_of(allowed.begin(), allowed.end(), [&](const auto& each) { return each.row == *row; });
}

Result<> may_be_declined(const Standing& standing) {
    if (standing.incident.incident.kind == core::incident::Kind::delight)
        return fail(
            ErrorKind::refused,
            "A surprise is drawn once: drawn again and again it would be the dearest every time. Give "
            "it, or close the case.");
    if (standing.declined.costs_nothing() && standing.declined.article.empty())
        return fail(ErrorKind::refused,
                    "\"" + standing.declined.title + "\" costs nothing and stays. Say no to a card.");
    return {};
}

bool stands(const Standing& standing) {
    return std::any_of(standing.cards.begin(), standing.cards.end(),
                       [&](const Offer& card) { return card.id == standing.declined.id; });
}

}  // namespace

std::string_view word(WhyNot why) {
    return words_of_why[static_cast<std::size_t>(why)];
}

std::optional<WhyNot> why_not_from_word(std::string_view word) {
    const auto found = std::find(words_of_why.begin(), words_of_why.end(), word);
    if (found == words_of_why.end()) return std::nullopt;
    return static_cast<WhyNot>(found - words_of_why.begin());
}

std::span<const std::string_view> common_needs() {
    return needs_of_many;
}

Result<Reported> decline(Desk& desk, const Decline& said, const PersonId& by) {
    MAKEGOOD_TRY(must_work_here(desk, by));
    const auto standing = read_standing(desk, said.offer);
    if (!standing) return fail(standing.error());
    const auto& incident = standing->incident.incident;
    const auto& declined = standing->declined;
    MAKEGOOD_TRY(may_be_declined(*standing));
    const Wishes wishes = with_what_was_said(desk, *standing, said);
    if (wishes.not_articles.size() > most_said || wishes.needs.size() > most_said)
        return fail(ErrorKind::refused,
                    "So much was said no to that nothing is left. Choose what costs nothing.");
    const auto fresh = fresh_offers(desk, *standing, wishes, by);
    if (!fresh) return fail(fresh.error());
    Reported answer{standing->incident.id,
                    title_of(incident, standing->incident.article_name),
                    standing->incident.article_name,
                    std::max<std::int64_t>(fresh->basis.missing_before, 1),
                    standing->cards,
                    standing->free,
                    fresh->offers.note,
                    wishes};
    if (wishes == standing->wishes && !stands(*standing)) return answer;  // it was said before

    answer.cards =
        core::recovery::renewed(standing->cards, fresh->offers.cards,
                                static_cast<std::size_t>(std::max(desk.settings.policy.cards, 0)),
                                [&](const Offer& card) { return stays(desk, card, wishes, fresh->allowed); });
    std::size_t last = 0;
    number_offers(answer.cards, next_id('o', fresh->basis.head), last);
    ports::OffersRenewed event{answer.incident, said.offer,   std::string(word(said.why)),
                               wishes,          answer.cards, answer.note};
    event.offers.insert(event.offers.end(), answer.free.begin(), answer.free.end());
    MAKEGOOD_TRY(desk.store.commit({fresh->basis.now, by, std::to_string(fresh->drawn)}, event));
    const bool new_no = wishes.not_articles.size() > standing->wishes.not_articles.size();
    if (new_no && fresh->missing) learn_no(desk, *fresh->missing, declined.article, fresh->basis.now);
    return answer;
}

}  // namespace makegood::service
