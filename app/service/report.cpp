#include "app/service/report.hpp"

#include "app/service/clock_watch.hpp"
#include "app/service/counter_answers.hpp"
#include "app/service/suggestions.hpp"

namespace makegood::service {
namespace {

constexpr std::size_t substitutes_considered = 24, gains_considered = 8;
constexpr auto look_back = std::chrono::hours(24 * 30);

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

std::vector<core::substitute::Substitute> substitutes_for(const Desk& desk, core::catalogue::Row missing,
                                                          std::int64_t quantity) {
    core::substitute::Question question;
    question.missing = missing;
    question.pieces = quantity;
    question.gains = gains_considered;
    question.day = day_of(desk.clock.now());
    return desk.engine->suggest(question, desk.settings.policy.substitutes, substitutes_considered);
}

// Without a printer no voucher can be promised; goods leave on the clerk's word.
void leave_out_paper(core::recovery::Offers& offers) {
    const auto needs_voucher = [](const auto& offer) { return offer.paper == core::gesture::Paper::voucher; };
    const auto left_out =
        std::erase_if(offers.cards, needs_voucher) + std::erase_if(offers.free, needs_voucher);
    for (auto* list : {&offers.cards, &offers.free})
        for (auto& offer : *list) offer.paper = core::gesture::Paper::none;
    if (left_out > 0) offers.note = "No printer is set up, so nothing that needs paper is offered.";
}

void number(std::vector<core::recovery::Offer>& offers, const std::string& stem, std::size_t& last) {
    for (auto& offer : offers) offer.id = OfferId(stem + '.' + std::to_string(++last));
}

Result<std::int64_t> times_missing(Desk& desk, const core::incident::Incident& incident, Instant now) {
    if (incident.kind != core::incident::Kind::stock_out) return 1;
    auto before = desk.store.times_missing(incident.article, now - look_back);
    if (!before) return fail(before.error());
    return *before + 1;
}

// Everything that is asked of the store before deciding.
struct Known {
    Instant now;
    core::budget::Period money;
    ports::JournalMark head;
    std::int64_t times = 1;
};

Result<Known> read_what_counts(Desk& desk, const core::incident::Incident& incident) {
    MAKEGOOD_TRY(watch_clock(desk));
    Known known;
    known.now = desk.clock.now();
    auto money = current_period(desk);
    if (!money) return fail(money.error());
    auto head = desk.store.head();
    if (!head) return fail(head.error());
    const auto times = times_missing(desk, incident, known.now);
    if (!times) return fail(times.error());
    known.money = std::move(*money);
    known.head = std::move(*head);
    known.times = *times;
    return known;
}

// `article` is the missing or wrong one, where there is one.
Result<Reported> report(Desk& desk, core::incident::Incident incident,
                        std::optional<core::catalogue::Row> article, const PersonId& by) {
    const auto known = read_what_counts(desk, incident);
    if (!known) return fail(known.error());
    incident.context.happened_before |= known->times > 1;

    std::vector<core::substitute::Substitute> substitutes;
    if (article && incident.kind == core::incident::Kind::stock_out)
        substitutes = substitutes_for(desk, *article, incident.quantity);
    const auto draw = [&](std::uint64_t bound) { return desk.random.below(bound); };
    auto offers = core::recovery::compose(desk.settings.policy, incident, *desk.articles, article,
                                          substitutes, known->money, desk.currency, draw);

    if (!desk.settings.prints) leave_out_paper(offers);

    Reported answer;
    answer.incident = IncidentId(next_id('i', known->head));
    if (article) answer.article_name = core::catalogue::display_name(desk.articles->article(*article));
    answer.title = title_of(incident, answer.article_name);
    answer.times = known->times;
    std::size_t last = 0;
    number(offers.cards, next_id('o', known->head), last);
    number(offers.free, next_id('o', known->head), last);

    ports::IncidentReported event{answer.incident, incident, answer.article_name, offers.cards, offers.note};
    event.offers.insert(event.offers.end(), offers.free.begin(), offers.free.end());
    MAKEGOOD_TRY(desk.store.commit({known->now, by}, event));
    if (incident.kind == core::incident::Kind::stock_out) note_missing(desk, incident.article);
    answer.cards = std::move(offers.cards);
    answer.free = std::move(offers.free);
    answer.note = std::move(offers.note);
    return answer;
}

}  // namespace

Result<Reported> report_stock_out(Desk& desk, const std::string& code, std::int64_t quantity,
                                  const PersonId& by) {
    if (quantity < 1 || quantity > 999)
        return fail(ErrorKind::bad_input,
                    "Between 1 and 999 pieces can be missing; this says " + std::to_string(quantity) + ".");
    const auto row = find_article(desk, code);
    if (!row) return fail(row.error());
    core::incident::Incident incident;
    incident.kind = core::incident::Kind::stock_out;
    incident.article = ArticleNumber(std::string(desk.articles->view(*row).number));
    incident.quantity = quantity;
    return report(desk, std::move(incident), *row, by);
}

Result<Reported> report_failure(Desk& desk, core::incident::Incident incident, const PersonId& by) {
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
    return report(desk, std::move(incident), article, by);
}

Result<> close_incident(Desk& desk, const IncidentId& id, const std::string& why, const PersonId& by) {
    const auto incident = desk.store.incident(id);
    if (!incident) return fail(incident.error());
    if (!*incident)
        return fail(ErrorKind::not_found, "There is no incident " + id.text() + " on this register.");
    if (!(*incident)->open) return {};
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by}, ports::IncidentClosed{id, why}));
    return learn_answer(desk, id);
}

}  // namespace makegood::service
