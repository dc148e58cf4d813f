#include "db/terminal/money_state.hpp"

#include "db/terminal/columns.hpp"
#include "db/terminal/contradiction.hpp"
#include "db/terminal/rows.hpp"

namespace makegood::db::terminal {
namespace {

using core::budget::Limit;
using core::budget::Period;
using core::budget::Span;

std::int64_t number_of(CivilDate date) {
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

Span days_of(const std::string& period) {
    const auto span = core::budget::span_of(period);
    if (!span) throw Contradiction("counts money in a period that is none");
    return *span;
}

// The days against which `limit` is held for something that is given on `day`. Events of before name the
// whole period there.
Span days_under(const Limit& limit, const std::string& day) {
    const auto span = days_of(day);
    if (span.first != span.last) return span;
    return days_of(core::budget::period_of(limit, span.first));
}

void take_counters(engine::Query& row, Period& period) {
    take_all(row, period.reserved_cost, period.spent_cost, period.reserved_worth, period.spent_worth);
}

// A span of before that reaches into these days counts whole: the safe side.
Period counted(engine::Connection& connection, const Span& days) {
    auto sum = connection.query(
        "SELECT coalesce(sum(reserved_cost), 0), coalesce(sum(spent_cost), 0), coalesce(sum(reserved_worth), "
        "0), coalesce(sum(spent_worth), 0) FROM spending WHERE last_day >= ? AND first_day <= ?");
    put_all(sum, number_of(days.first), number_of(days.last));
    Period period;
    if (sum.step()) take_counters(sum, period);
    return period;
}

}  // namespace

void MoneyState::set_limit(const Limit& limit) {
    auto in_force = connection_.query(
        "INSERT INTO budget_limit (only, kind, cost, worth, own_days, own_from) VALUES (1, ?1, ?2, ?3, ?4, "
        "?5) "
        "ON CONFLICT (only) DO UPDATE SET kind = ?1, cost = ?2, worth = ?3, own_days = ?4, own_from = ?5");
    put_all(in_force, limit.kind, limit.cost, limit.worth, limit.own).run();
}

std::optional<Limit> MoneyState::limit() {
    auto query = connection_.query("SELECT kind, cost, worth, own_days, own_from FROM budget_limit");
    return one_row(query, [](engine::Query& row) {
        Limit limit;
        take_all(row, limit.kind, limit.cost, limit.worth, limit.own);
        return limit;
    });
}

Period MoneyState::period(const std::string& name) {
    const auto span = core::budget::span_of(name);
    Period period = span ? counted(connection_, *span) : Period{};
    period.name = name;
    if (const auto in_force = limit()) period.limit = *in_force;
    return period;
}

std::vector<Period> MoneyState::days() {
    const auto in_force = limit().value_or(Limit{});
    auto query = connection_.query(
        "SELECT name, reserved_cost, spent_cost, reserved_worth, spent_worth FROM spending "
        "ORDER BY last_day, first_day");
    return all_rows(query, [&](engine::Query& row) {
        Period period;
        take(row, period.name);
        take_counters(row, period);
        period.limit = in_force;
        return period;
    });
}

bool MoneyState::fits(const std::string& day, const Limit& limit, Amounts amounts) {
    auto period = counted(connection_, days_under(limit, day));
    period.limit = limit;
    return period.fits(amounts.cost, amounts.worth);
}

void MoneyState::reserve(const std::string& day, Amounts amounts) {
    const auto days = days_of(day);
    auto change = connection_.query(
        "UPDATE spending SET reserved_cost = reserved_cost + ?3, reserved_worth = reserved_worth + ?4 WHERE "
        "last_day = ?1 AND first_day = ?2");
    put_all(change, number_of(days.last), number_of(days.first), amounts.cost, amounts.worth);
    if (change.run() == 1) return;
    auto first = connection_.query(
        "INSERT INTO spending (last_day, first_day, name, reserved_cost, spent_cost, reserved_worth, "
        "spent_worth) VALUES (?, ?, ?, ?, 0, ?, 0)");
    put_all(first, number_of(days.last), number_of(days.first), day, amounts.cost, amounts.worth).run();
}

void MoneyState::release(const std::string& day, Amounts reserved) {
    settle(day, reserved, {});
}

void MoneyState::settle(const std::string& day, Amounts reserved, Amounts spent) {
    const auto days = days_of(day);
    auto change = connection_.query(
        "UPDATE spending SET reserved_cost = reserved_cost - ?3, reserved_worth = reserved_worth - ?4, "
        "spent_cost = spent_cost + ?5, spent_worth = spent_worth + ?6 WHERE last_day = ?1 AND first_day = "
        "?2");
    put_all(change, number_of(days.last), number_of(days.first), reserved.cost, reserved.worth, spent.cost,
            spent.worth);
    must_be_one(change.run(), "money of a day that has none");
}

}  // namespace makegood::db::terminal
