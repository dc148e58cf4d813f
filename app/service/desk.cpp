#include "app/service/desk.hpp"

#include "app/core/budget/budget.hpp"
#include "app/service/print_queue.hpp"

namespace makegood::service {
namespace {

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

}  // namespace

Result<> open_desk(Desk& desk) {
    auto shop = desk.store.shop();
    if (!shop) return fail(shop.error());
    auto currency = Currency::from_code(shop->currency);
    if (!currency) return fail(currency.error());
    auto given = desk.store.all_given();
    if (!given) return fail(given.error());
    desk.shop = std::move(*shop);
    desk.currency = std::move(*currency);
    desk.given = {given->begin(), given->end()};
    if (!desk.articles) desk.articles = core::catalogue::Catalogue::Builder().build();
    return take_up_unfinished_jobs(desk);
}

Result<core::budget::Period> current_period(Desk& desk) {
    const auto limit = desk.store.limit();
    if (!limit) return fail(limit.error());
    if (!*limit)
        return fail(ErrorKind::refused,
                    "No budget is set for this shop. Set one: makegood budget set --limit AMOUNT --per day.");
    return desk.store.period(
        core::budget::period_of((*limit)->kind, desk.clock.local_date(desk.clock.now())));
}

std::string next_id(char letter, const ports::JournalMark& head) {
    return letter + std::to_string(head.epoch) + '-' + std::to_string(head.sequence + 1);
}

}  // namespace makegood::service
