#include "app/service/report.hpp"

#include "app/service/at_counter.hpp"
#include "app/service/counter_answers.hpp"
#include "app/service/customer_reference.hpp"
#include "app/service/make_offers.hpp"
#include "app/service/spend_rights.hpp"
#include "app/service/suggestions.hpp"
#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

std::vector<core::recovery::OfferKind> kinds_of(const std::vector<core::recovery::Offer>& cards) {
    std::vector<core::recovery::OfferKind> kinds;
    for (const auto& card : cards)
        if (!card.costs_nothing() || card.worth != Money{}) kinds.push_back(card.kind);
    return kinds;
}

// `article` is the missing or wrong one, where there is one.
Result<Reported> report(Desk& desk, core::incident::Incident incident,
                        std::optional<core::catalogue::Row> article, const PersonId& by,
                        const std::string& customer_code) {
    MAKEGOOD_TRY(must_work_here(desk, by));
    const auto customer = customer_reference(desk, customer_code);
    if (!customer) return fail(customer.error());
    const auto who = occasion_of(desk, by, *customer);
    if (!who) return fail(who.error());
    const auto basis = read_basis(desk, incident, *who);
    if (!basis) return fail(basis.error());
    incident.context.happened_before |= basis->missing_before > 0;
    const core::recovery::Wishes none_yet;
    const auto drawn = draw(desk.random);
    auto [offers, pace] =
        make_offers(desk, incident, article, substitutes_for(desk, incident, article, none_yet), none_yet,
                    *basis, basis->pace, drawn);

    Reported answer;
    answer.incident = IncidentId(next_id('i', basis->head));
    if (article) answer.article_name = core::catalogue::display_name(desk.articles->article(*article));
    answer.title = title_of(incident, answer.article_name);
    answer.times = basis->missing_before + 1;
    std::size_t last = 0;
    number_offers(offers.cards, next_id('o', basis->head), last);
    number_offers(offers.free, next_id('o', basis->head), last);

    ports::IncidentReported event{answer.incident, incident, answer.article_name, offers.cards, offers.note,
                                  std::move(pace), *customer};
    event.offers.insert(event.offers.end(), offers.free.begin(), offers.free.end());
    MAKEGOOD_TRY(desk.store.commit({basis->now, by, std::to_string(drawn)}, event));
    if (incident.kind == core::incident::Kind::stock_out) note_missing(desk, incident.article);
    customer_sees(desk, offers);
    answer.cards = std::move(offers.cards);
    answer.free = std::move(offers.free);
    answer.note = std::move(offers.note);
    MAKEGOOD_TRY(make_ready(desk, *who, kinds_of(answer.cards)));
    return answer;
}

}  // namespace

Result<Reported> report_stock_out(Desk& desk, const std::string& code, std::int64_t quantity,
                                  const PersonId& by, const std::string& customer_code) {
    if (quantity < 1 || quantity > 999)
        return fail(ErrorKind::bad_input,
                    "Between 1 and 999 pieces can be missing; this says " + std::to_string(quantity) + ".");
    const auto row = find_article(desk, code);
    if (!row) return fail(row.error());
    core::incident::Incident incident;
    incident.kind = core::incident::Kind::stock_out;
    incident.article = ArticleNumber(std::string(desk.articles->view(*row).number));
    incident.quantity = quantity;
    return report(desk, std::move(incident), *row, by, customer_code);
}

Result<Reported> report_failure(Desk& desk, core::incident::Incident incident, const PersonId& by,
                                const std::string& customer_code) {
    if (incident.loss && *incident.loss < Money{})
        return fail(ErrorKind::bad_input,
                    "What a customer lost can't be less than nothing. Write it without a minus.");
    std::optional<core::catalogue::Row> article;
    if (!incident.article.empty()) {
        const auto row = find_article(desk, incident.article.text());
        if (!row) return fail(row.error());
        article = *row;
        const auto view = desk.articles->view(*row);
        incident.article = ArticleNumber(std::string(view.number));
        // What the customer paid for it is what they lost when it was wrong.
        if (!incident.loss && view.price) incident.loss = *view.price * incident.quantity;
    }
    return report(desk, std::move(incident), article, by, customer_code);
}

Result<> close_incident(Desk& desk, const IncidentId& id, const std::string& why, const PersonId& by) {
    const auto incident = desk.store.incident(id);
    if (!incident) return fail(incident.error());
    if (!*incident)
        return fail(ErrorKind::not_found, "There is no incident " + id.text() + " on this register.");
    if (!(*incident)->open) return {};
    MAKEGOOD_TRY(must_work_here(desk, by));
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by}, ports::IncidentClosed{id, why}));
    customer_goes(desk);
    if (why != ports::recorded_in_error) return learn_answer(desk, id);
    if ((*incident)->incident.kind != core::incident::Kind::stock_out) return {};
    return count_missing_anew(desk);
}

}  // namespace makegood::service
