#include "app/service/desk.hpp"

#include "app/core/budget/budget.hpp"
#include "app/service/clock_watch.hpp"
#include "app/service/copied_folder.hpp"
#include "app/service/counter_answers.hpp"
#include "app/service/print_queue.hpp"
#include "app/service/spend_rights.hpp"
#include "app/service/suggestions.hpp"

namespace makegood::service {
namespace {

constexpr std::size_t at_opening = 1000;  // events: some 40 ms

// A crash while bytes were on their way leaves a job in "sending": a voucher is then in doubt, a sticker
// is worth nothing and simply goes out again.
Result<> take_up_unfinished_jobs(Desk& desk) {
    const auto jobs = desk.store.jobs_open();
    if (!jobs) return fail(jobs.error());
    for (const auto& job : *jobs) {
        if (job.state != ports::JobState::sending) continue;
        const auto outcome = job.voucher ? ports::PrintOutcome::unsure : ports::PrintOutcome::not_printed;
        MAKEGOOD_TRY(
            desk.store.commit({desk.clock.now(), {}},
                              ports::PrintFinished{job.id, outcome, "stopped while it was being sent"}));
    }
    return {};
}

void tell_stock(Desk& desk, const ArticleNumber& article) {
    if (const auto row = desk.articles->find(article.text()))
        desk.engine->set_stock(*row, stock_left(desk, *row));
}

void tell_all_stock(Desk& desk) {
    for (const auto& [number, pieces] : desk.counted) tell_stock(desk, number);
    for (const auto& [number, pieces] : desk.given) tell_stock(desk, number);
    for (const auto& number : desk.missing) tell_stock(desk, number);
}

Result<> read_missing(Desk& desk) {
    const auto missing = desk.store.all_missing();
    if (!missing) return fail(missing.error());
    desk.missing = {missing->begin(), missing->end()};
    return {};
}

Result<> read_stock(Desk& desk) {
    const auto counted = desk.store.all_counted();
    if (!counted) return fail(counted.error());
    desk.counted = {counted->begin(), counted->end()};
    const auto given = desk.store.all_given();
    if (!given) return fail(given.error());
    desk.given = {given->begin(), given->end()};
    return read_missing(desk);
}

}  // namespace

Result<> use_articles(Desk& desk, std::shared_ptr<const core::catalogue::Catalogue> articles,
                      std::shared_ptr<core::substitute::Engine> engine) {
    desk.articles = std::move(articles);
    desk.engine = engine ? std::move(engine) : std::make_shared<core::substitute::Engine>(desk.articles);
    desk.engine->set_hand(desk.settings.policy.hand);
    tell_all_stock(desk);
    return learn_answers(desk);
}

void take_from_shelf(Desk& desk, const ArticleNumber& article, std::int64_t pieces) {
    desk.given[article] += pieces;
    tell_stock(desk, article);
}

void note_missing(Desk& desk, const ArticleNumber& article) {
    desk.missing.insert(article);
    tell_stock(desk, article);
}

void note_counted(Desk& desk, const ArticleNumber& article, std::int64_t pieces) {
    desk.counted[article] = pieces;
    desk.given.erase(article);
    desk.missing.erase(article);
    tell_stock(desk, article);
}

Result<> count_missing_anew(Desk& desk) {
    const auto before = desk.missing;
    MAKEGOOD_TRY(read_missing(desk));
    for (const auto& number : before) tell_stock(desk, number);
    return {};
}

void forget_given(Desk& desk) {
    const auto given = std::exchange(desk.given, {});
    const auto counted = std::exchange(desk.counted, {});
    const auto missing = std::exchange(desk.missing, {});
    for (const auto& [number, pieces] : counted) tell_stock(desk, number);
    for (const auto& [number, pieces] : given) tell_stock(desk, number);
    for (const auto& number : missing) tell_stock(desk, number);
}

Result<> open_desk(Desk& desk) {
    auto shop = desk.store.shop();
    if (!shop) return fail(shop.error());
    auto currency = Currency::from_code(shop->currency);
    if (!currency) return fail(currency.error());
    desk.shop = std::move(*shop);
    desk.currency = std::move(*currency);
    if (!desk.articles) desk.articles = core::catalogue::Catalogue::Builder().build();
    MAKEGOOD_TRY(read_stock(desk));
    MAKEGOOD_TRY(use_articles(desk, desk.articles));
    look_over(desk, at_opening);
    if (!desk.trouble.empty()) return {};
    MAKEGOOD_TRY(watch_clock(desk));
    return take_up_unfinished_jobs(desk);
}

void look_over(Desk& desk, std::size_t events) {
    const auto looked = desk.store.look_further(events, desk.clock.local_date(desk.clock.now()));
    desk.trouble = looked ? std::string() : looked.error().sentence;
}

Result<> make_tables_anew(Desk& desk) {
    MAKEGOOD_TRY(desk.store.make_tables_anew());
    look_over(desk, at_opening);
    forget_given(desk);
    MAKEGOOD_TRY(read_stock(desk));
    tell_all_stock(desk);
    return {};
}

Instant money_time(const Desk& desk) {
    // What is believed of a clock that jumped says nothing of the day that it jumped to.
    const core::budget::BelievedTime believed{desk.clock_jumped_ahead ? Instant{} : desk.clock_stood_at};
    return core::budget::time_of_money(believed, desk.clock.now());
}

CivilDate money_day(const Desk& desk) {
    return desk.clock.local_date(money_time(desk));
}

Result<core::budget::Period> current_period(Desk& desk) {
    const auto limit = desk.store.limit();
    if (!limit) return fail(limit.error());
    if (!*limit)
        return fail(ErrorKind::refused,
                    "No budget is set for this shop. Set one: makegood budget set --limit AMOUNT --per day.");
    auto period = desk.store.period(core::budget::period_of(**limit, money_day(desk)));
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    if (!period) return period;
    if (!*shares) {
        const auto left = left_after_copy(desk, *period);
        if (!left) return fail(left.error());
        if (!*left) return period;
        period->right_cost = (*left)->cost;
        if (period->limit.worth) period->right_worth = (*left)->worth;
        return period;
    }
    const core::budget::PotId id{"store", period->name};
    const auto rights = desk.store.rights_of({&id, 1});
    if (!rights) return fail(rights.error());
    const auto* pot = find(rights->book, id);
    const auto held = pot && !rights->book.frozen ? core::budget::held(pot->figures) : core::budget::Amount{};
    period->right_cost = held.cost;
    if (period->limit.worth) period->right_worth = held.worth;
    return period;
}

std::string next_id(char letter, const ports::JournalMark& head) {
    return letter + std::to_string(head.epoch) + '-' + std::to_string(head.sequence + 1);
}

}  // namespace makegood::service
