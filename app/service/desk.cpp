#include "app/service/desk.hpp"

#include "app/core/budget/budget.hpp"
#include "app/service/clock_watch.hpp"
#include "app/service/print_queue.hpp"

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

Result<> count_given(Desk& desk) {
    auto given = desk.store.all_given();
    if (!given) return fail(given.error());
    desk.given = {given->begin(), given->end()};
    return {};
}

}  // namespace

Result<> open_desk(Desk& desk) {
    auto shop = desk.store.shop();
    if (!shop) return fail(shop.error());
    auto currency = Currency::from_code(shop->currency);
    if (!currency) return fail(currency.error());
    desk.shop = std::move(*shop);
    desk.currency = std::move(*currency);
    if (!desk.articles) desk.articles = core::catalogue::Catalogue::Builder().build();
    MAKEGOOD_TRY(count_given(desk));
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
    return count_given(desk);
}

CivilDate money_day(const Desk& desk) {
    // What is believed of a clock that jumped says nothing of the day that it jumped to.
    const core::budget::BelievedTime believed{desk.clock_jumped_ahead ? Instant{} : desk.clock_stood_at};
    return desk.clock.local_date(core::budget::time_of_money(believed, desk.clock.now()));
}

Result<core::budget::Period> current_period(Desk& desk) {
    const auto limit = desk.store.limit();
    if (!limit) return fail(limit.error());
    if (!*limit)
        return fail(ErrorKind::refused,
                    "No budget is set for this shop. Set one: makegood budget set --limit AMOUNT --per day.");
    return desk.store.period(core::budget::period_of((*limit)->kind, money_day(desk)));
}

std::string next_id(char letter, const ports::JournalMark& head) {
    return letter + std::to_string(head.epoch) + '-' + std::to_string(head.sequence + 1);
}

}  // namespace makegood::service
