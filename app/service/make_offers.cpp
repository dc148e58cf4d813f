#include "app/service/make_offers.hpp"

#include <algorithm>

#include "app/core/recovery/chance.hpp"
#include "app/service/clock_watch.hpp"
#include "app/service/money_now.hpp"
#include "app/service/shortlists.hpp"
#include "app/service/suggestions.hpp"

namespace makegood::service {
namespace {

constexpr std::size_t substitutes_considered = 24, gains_considered = 8;
constexpr auto look_back = std::chrono::hours(24 * 30);

using core::substitute::Substitute;

// Without a printer no voucher can be promised; goods leave on the clerk's word.
void leave_out_paper(core::recovery::Offers& offers) {
    const auto needs_voucher = [](const auto& offer) { return offer.paper == core::gesture::Paper::voucher; };
    const auto left_out =
        std::erase_if(offers.cards, needs_voucher) + std::erase_if(offers.free, needs_voucher);
    for (auto* list : {&offers.cards, &offers.free})
        for (auto& offer : *list) offer.paper = core::gesture::Paper::none;
    if (left_out == 0) return;
    if (!offers.note.empty()) offers.note += ' ';
    offers.note += "No printer is set up, so nothing that needs paper is offered.";
}

core::substitute::Question question_of(const Desk& desk, const core::incident::Incident& incident,
                                       core::catalogue::Row missing, const core::recovery::Wishes& wishes) {
    core::substitute::Question question;
    question.missing = missing;
    question.pieces = incident.quantity;
    question.gains = gains_considered;
    question.day = day_of(desk.clock.now());
    question.needs = wishes.needs;
    question.reasons = desk.settings.words;
    return question;
}

}  // namespace

Result<Basis> read_basis(Desk& desk, const core::incident::Incident& incident,
                         const core::budget::Occasion& who) {
    MAKEGOOD_TRY(watch_clock(desk));
    Basis basis;
    basis.now = desk.clock.now();
    auto money = current_period(desk);
    if (!money) return fail(money.error());
    auto head = desk.store.head();
    if (!head) return fail(head.error());
    if (incident.kind == core::incident::Kind::stock_out) {
        const auto before = desk.store.times_missing(incident.article, basis.now - look_back);
        if (!before) return fail(before.error());
        basis.missing_before = *before;
    }
    auto pace = pace_of_case(desk, *money, incident);
    if (!pace) return fail(pace.error());
    basis.pace = std::move(*pace);
    basis.money = std::move(*money);
    auto limits = limits_left(desk, who);
    if (!limits) return fail(limits.error());
    basis.limits = std::move(*limits);
    basis.untouched = limits_untouched(desk, who);
    basis.head = std::move(*head);
    return basis;
}

std::string title_of(const core::incident::Incident& incident, const std::string& article_name) {
    using core::incident::Kind;
    switch (incident.kind) {
        case Kind::stock_out:
            return article_name;
        case Kind::service_failure:
            return std::string(core::incident::title(incident.failure));
        case Kind::delight:
            return "A surprise";
    }
    return {};
}

void list_substitutes(const Desk& desk, const core::incident::Incident& incident) {
    if (!desk.shortlists || incident.kind != core::incident::Kind::stock_out) return;
    if (const auto row = find_article(desk, incident.article.text()))
        desk.shortlists->make(*desk.engine, question_of(desk, incident, *row, {}),
                              desk.settings.policy.substitutes);
}

std::vector<Substitute> substitutes_for(const Desk& desk, const core::incident::Incident& incident,
                                        std::optional<core::catalogue::Row> missing,
                                        const core::recovery::Wishes& wishes) {
    if (!missing || incident.kind != core::incident::Kind::stock_out) return {};
    const auto question = question_of(desk, incident, *missing, wishes);
    // What was said no to must not use up the places of what was not.
    const bool nothing_said = wishes == core::recovery::Wishes();
    const auto& rules = desk.settings.policy.substitutes;
    const auto limit = nothing_said ? substitutes_considered : 8 * substitutes_considered;
    auto found = desk.shortlists ? desk.shortlists->suggest(*desk.engine, question, rules, limit)
                                 : desk.engine->suggest(question, rules, limit);
    std::erase_if(found, [&](const Substitute& each) {
        return !core::recovery::wanted(wishes, each, desk.articles->view(each.row));
    });
    return found;
}

core::recovery::PacedOffers make_offers(const Desk& desk, const core::incident::Incident& incident,
                                        std::optional<core::catalogue::Row> article,
                                        std::span<const Substitute> substitutes,
                                        const core::recovery::Wishes& wishes, const Basis& basis,
                                        const core::budget::Paced& pace, std::uint64_t drawn) {
    const auto chance = core::recovery::draws_of(drawn);
    const auto compose = [&](const core::recovery::Policy& policy) {
        const auto by = [&](core::recovery::Detail detail) {
            return [&, detail](const core::budget::Period& purse, std::optional<Money> most_now,
                               const core::recovery::Draw& draw) {
                // What the case asks for is looked at with money in plenty.
                const auto& limits = purse == basis.money ? basis.limits : basis.untouched;
                auto offers =
                    core::recovery::compose(policy, incident, *desk.articles, article, substitutes, purse,
                                            desk.currency, draw, wishes, most_now, limits, detail);
                if (!desk.settings.prints) leave_out_paper(offers);
                return offers;
            };
        };
        using core::recovery::Detail;
        return core::recovery::compose_paced(by(desk.settings.words ? Detail::all : Detail::titles),
                                             by(Detail::costs), basis.money, pace, chance);
    };
    if (wishes.not_gestures.empty()) return compose(desk.settings.policy);
    auto policy = desk.settings.policy;
    std::erase_if(policy.gestures, [&](const auto& gesture) {
        return std::find(wishes.not_gestures.begin(), wishes.not_gestures.end(), gesture.id) !=
               wishes.not_gestures.end();
    });
    return compose(policy);
}

void number_offers(std::vector<core::recovery::Offer>& offers, const std::string& stem, std::size_t& last) {
    for (auto& offer : offers)
        if (offer.id.empty()) offer.id = OfferId(stem + '.' + std::to_string(++last));
}

}  // namespace makegood::service
