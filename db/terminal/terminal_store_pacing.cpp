// What is learnt for the price of money, and from vouchers that came back or did not.
#include "db/terminal/columns.hpp"
#include "db/terminal/habit_state.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {
namespace {

using core::budget::DayTaken;
using core::budget::Span;
using core::budget::VoucherPast;
using core::budget::WishedHour;
using core::voucher::State;

}  // namespace

Result<std::vector<WishedHour>> TerminalStore::wished(const Span& days) {
    return connection_.guarded(
        [&]() -> Result<std::vector<WishedHour>> { return HabitState(connection_).wished(days); });
}

Result<std::vector<DayTaken>> TerminalStore::taken(const Span& days) {
    return connection_.guarded(
        [&]() -> Result<std::vector<DayTaken>> { return HabitState(connection_).taken(days); });
}

Result<std::vector<VoucherPast>> TerminalStore::voucher_past(CivilDate today) {
    return connection_.guarded([&]() -> Result<std::vector<VoucherPast>> {
        auto query = connection_.query(
            "SELECT value, sum(state IN (?1, ?2, ?3)), sum(state = ?4), sum(state = ?5 OR (state = ?4 AND "
            "expires < ?6)), sum(state = ?4 AND expires < ?6) FROM vouchers GROUP BY value ORDER BY value");
        put_all(query, State::drafted, State::issued, State::unsure, State::redeemed, State::expired, today);
        return all_rows(query, [](engine::Query& row) {
            VoucherPast past;
            take_all(row, past.value, past.running, past.came_back, past.ended, past.ended_came_back);
            return past;
        });
    });
}

Result<std::vector<VoucherPast>> TerminalStore::vouchers_running(const Span& days) {
    return connection_.guarded([&]() -> Result<std::vector<VoucherPast>> {
        auto query = connection_.query(
            "SELECT v.value, count(*) FROM vouchers v JOIN recoveries r ON r.place = v.recovery WHERE "
            "v.state "
            "IN (?1, ?2, ?3) AND r.period BETWEEN ?4 AND ?5 GROUP BY v.value ORDER BY v.value");
        put_all(query, State::drafted, State::issued, State::unsure, days.first, days.last);
        return all_rows(query, [](engine::Query& row) {
            VoucherPast past;
            take_all(row, past.value, past.running);
            return past;
        });
    });
}

}  // namespace makegood::db::terminal
