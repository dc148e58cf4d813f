#include "app/service/spending.hpp"

#include "app/service/counter_answers.hpp"
#include "app/service/spend_rights.hpp"

namespace makegood::service {
namespace {

constexpr std::size_t at_each_tick = 100;  // events: a few ms

Result<> settle_what_is_over(Desk& desk, Instant now) {
    const auto rows = desk.store.unsettled(now - desk.settings.undo_time);
    if (!rows) return fail(rows.error());
    for (const auto& row : *rows) {
        if (!desk.store.prove(row.id)) continue;  // its money stays reserved until that is cleared up
        MAKEGOOD_TRY(desk.store.commit({now, {}}, ports::RecoverySettled{row.id}));
        MAKEGOOD_TRY(learn_answer(desk, row.incident));
    }
    return {};
}

// An expiry can't be taken back, so it is never on the word of a clock that is in doubt.
Result<> expire_vouchers(Desk& desk, Instant now) {
    if (desk.clock_jumped_ahead) return {};
    const auto rows = desk.store.vouchers_expired(money_day(desk));
    if (!rows) return fail(rows.error());
    for (const auto& row : *rows)
        MAKEGOOD_TRY(desk.store.commit({now, {}}, ports::VoucherExpired{row.voucher.serial}));
    return {};
}

}  // namespace

Result<> tick(Desk& desk) {
    look_over(desk, at_each_tick);
    if (!desk.trouble.empty()) return {};
    const auto now = desk.clock.now();
    MAKEGOOD_TRY(watch_clock(desk));
    MAKEGOOD_TRY(settle_what_is_over(desk, now));
    return expire_vouchers(desk, now);
}

Result<core::budget::Period> show_budget(Desk& desk) {
    return current_period(desk);
}

Result<core::budget::Period> set_budget(Desk& desk, const core::budget::Limit& limit, const PersonId& by) {
    if (limit.cost < Money{} || (limit.worth && *limit.worth < Money{}))
        return fail(ErrorKind::bad_input, "A budget can't be negative. Use 0 to spend nothing.");
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    if (*shares)
        return fail(ErrorKind::refused,
                    "This register shares the store's budget, which is set at the store's hub: "
                    "makegood-server budget set --data DIR --limit AMOUNT --per day.");
    const auto name = core::budget::period_of(limit.kind, money_day(desk));
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by}, ports::BudgetSet{limit, name}));
    MAKEGOOD_TRY(rights_follow_limit(desk));
    return desk.store.period(name);
}

}  // namespace makegood::service
