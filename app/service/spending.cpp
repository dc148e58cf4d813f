#include "app/service/spending.hpp"

#include <algorithm>
#include <charconv>

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

constexpr core::budget::Wanted setting_a_budget{core::budget::Act::set_budget, {}, {}};

// A clock that was set back hides none of them: what was recorded later counts as well. One that jumped ahead
// makes none of them old.
Result<std::vector<core::budget::LimitSet>> limits_of_late(Desk& desk) {
    const auto now = desk.clock_jumped_ahead ? desk.clock_stood_at : desk.clock.now();
    const auto since = now - core::budget::raises_add_up;
    const auto rows = desk.store.limits(since);
    if (!rows) return fail(rows.error());
    std::vector<core::budget::LimitSet> limits;
    for (const auto& row : *rows)
        limits.push_back({row.limit, row.by == console() || !row.approved_by.empty()});
    return limits;
}

const std::string large_raise_setting = "budget.large_raise";

// Until the time is over.
struct Stricter {
    std::int64_t basis_points = 0;
    Instant since;
};
Result<std::optional<Stricter>> stricter_of_late(Desk& desk) {
    const auto text = desk.store.setting(large_raise_setting);
    if (!text) return fail(text.error());
    std::int64_t seconds = 0;
    Stricter kept;
    const char* end = text->data() + text->size();
    const auto first = std::from_chars(text->data(), end, kept.basis_points);
    if (first.ec != std::errc() || first.ptr == end) return std::optional<Stricter>();
    std::from_chars(first.ptr + 1, end, seconds);
    kept.since = Instant(std::chrono::seconds(seconds));
    const auto now = desk.clock_jumped_ahead ? desk.clock_stood_at : desk.clock.now();
    return now - kept.since < core::budget::raises_add_up ? std::optional(kept) : std::nullopt;
}

Result<> signed_by_two(Desk& desk, const core::budget::Limit& limit, const PersonId& by,
                       const std::optional<Approval>& second) {
    if (second) return check_approval(desk, *second, by, setting_a_budget);
    if (by == console()) return {};
    const auto lately = limits_of_late(desk);
    if (!lately) return fail(lately.error());
    const auto stricter = stricter_of_late(desk);
    if (!stricter) return fail(stricter.error());
    auto authority = desk.settings.authority;
    if (*stricter)
        authority.large_raise =
            std::min(authority.large_raise, Percent::basis_points((*stricter)->basis_points));
    if (!core::budget::is_large_raise(authority, *lately, limit)) return {};
    const auto others = approvers(desk, setting_a_budget, by);
    if (!others) return fail(others.error());
    if (others->empty()) return {};
    return fail(ErrorKind::needs_approval,
                "With what was added in the last 31 days, this raises the budget so far that two people sign "
                "for it. " +
                    others->front().name + " can sign as the second one.");
}

}  // namespace

Result<> remember_large_raise(Desk& desk, Percent until_now) {
    const auto stricter = stricter_of_late(desk);
    if (!stricter) return fail(stricter.error());
    auto kept = until_now.basis_points();
    if (*stricter) kept = std::min(kept, (*stricter)->basis_points);
    const auto now = std::chrono::floor<std::chrono::seconds>(desk.clock.now()).time_since_epoch().count();
    return desk.store.set_setting(large_raise_setting, std::to_string(kept) + ' ' + std::to_string(now));
}

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

Result<core::budget::Period> set_budget(Desk& desk, const core::budget::Limit& limit, const PersonId& by,
                                        const std::optional<Approval>& second) {
    MAKEGOOD_TRY(must_be_allowed(desk, by, setting_a_budget));
    if (limit.cost < Money{} || (limit.worth && *limit.worth < Money{}))
        return fail(ErrorKind::bad_input, "A budget can't be negative. Use 0 to spend nothing.");
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    if (*shares)
        return fail(ErrorKind::refused,
                    "This register shares the store's budget, which is set at the store's hub: "
                    "makegood-server budget set --data DIR --limit AMOUNT --per day.");
    MAKEGOOD_TRY(watch_clock(desk));
    MAKEGOOD_TRY(signed_by_two(desk, limit, by, second));
    ports::BudgetSet event{limit, core::budget::period_of(limit, money_day(desk)), {}, {}};
    if (second) event.approved_by = second->by;
    if (second) event.approved_why = second->why;
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by}, event));
    MAKEGOOD_TRY(rights_follow_limit(desk));
    return current_period(desk);
}

}  // namespace makegood::service
