#include "app/service/spending.hpp"

namespace makegood::service {
namespace {

constexpr auto clock_tolerance = std::chrono::minutes(2);
constexpr auto longest_silence = std::chrono::hours(24 * 7);

Result<> note_clock_set_back(Desk& desk, Instant now, std::optional<Instant> last_event) {
    desk.clock_was_set_back = now + clock_tolerance < desk.clock_stood_at;
    if (!last_event || now + clock_tolerance >= *last_event) return {};
    desk.clock_stood_at = *last_event;
    desk.clock_was_set_back = true;
    MAKEGOOD_TRY(desk.store.set_setting(clock_stood_at_key, base::format_instant(*last_event)));
    return desk.store.commit({now, {}}, ports::ClockSetBack{*last_event});
}

Result<> settle_what_is_over(Desk& desk, Instant now) {
    const auto rows = desk.store.unsettled(now - desk.settings.undo_time);
    if (!rows) return fail(rows.error());
    for (const auto& row : *rows) MAKEGOOD_TRY(desk.store.commit({now, {}}, ports::RecoverySettled{row.id}));
    return {};
}

// An expiry can't be taken back, and a clock can be wrong: after a long silence nothing expires until
// something else has happened under this clock.
Result<> expire_vouchers(Desk& desk, Instant now, std::optional<Instant> last_event) {
    if (!last_event || now - *last_event > longest_silence) return {};
    const auto rows = desk.store.vouchers_expired(desk.clock.local_date(now));
    if (!rows) return fail(rows.error());
    for (const auto& row : *rows)
        MAKEGOOD_TRY(desk.store.commit({now, {}}, ports::VoucherExpired{row.voucher.serial}));
    return {};
}

}  // namespace

Result<> tick(Desk& desk) {
    const auto now = desk.clock.now();
    const auto last_event = desk.store.last_event_at();  // before time adds events of its own
    if (!last_event) return fail(last_event.error());
    MAKEGOOD_TRY(note_clock_set_back(desk, now, *last_event));
    MAKEGOOD_TRY(settle_what_is_over(desk, now));
    return expire_vouchers(desk, now, *last_event);
}

Result<core::budget::Period> show_budget(Desk& desk) {
    return current_period(desk);
}

Result<core::budget::Period> set_budget(Desk& desk, const core::budget::Limit& limit, const PersonId& by) {
    if (limit.cost < Money{} || (limit.worth && *limit.worth < Money{}))
        return fail(ErrorKind::bad_input, "A budget can't be negative. Use 0 to spend nothing.");
    const auto now = desk.clock.now();
    const auto name = core::budget::period_of(limit.kind, desk.clock.local_date(now));
    MAKEGOOD_TRY(desk.store.commit({now, by}, ports::BudgetSet{limit, name}));
    return desk.store.period(name);
}

}  // namespace makegood::service
