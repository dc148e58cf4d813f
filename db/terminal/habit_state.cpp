#include "db/terminal/habit_state.hpp"

#include "db/terminal/columns.hpp"
#include "db/terminal/rows.hpp"

namespace makegood::db::terminal {
namespace {

using core::budget::DayTaken;
using core::budget::Span;
using core::budget::WishedHour;

std::int64_t number_of(CivilDate date) {
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

CivilDate take_day(engine::Query& row) {
    return CivilDate{std::chrono::sys_days{std::chrono::days{row.take_integer()}}};
}

}  // namespace

void HabitState::count(const core::budget::Paced& pace) {
    if (pace.wish <= Money{} || !pace.day.ok()) return;
    auto one_more = connection_.query(
        "INSERT INTO wished (day, hour, cases, wished, shared, price_basis_points) VALUES (?1, ?2, 1, ?3, ?4, "
        "?5) "
        "ON CONFLICT (day, hour) DO UPDATE SET cases = cases + 1, wished = wished + ?3, shared = shared + ?4, "
        "price_basis_points = ?5");
    put_all(one_more, number_of(pace.day), pace.hour, pace.wish, pace.share, pace.price.basis_points()).run();
}

std::vector<WishedHour> HabitState::wished(const Span& days) {
    auto query = connection_.query(
        "SELECT day, hour, cases, wished, shared, price_basis_points FROM wished WHERE day BETWEEN ? AND ? "
        "ORDER BY day, hour");
    put_all(query, number_of(days.first), number_of(days.last));
    return all_rows(query, [](engine::Query& row) {
        WishedHour hour;
        hour.day = take_day(row);
        take_all(row, hour.hour, hour.cases, hour.wished, hour.shared);
        hour.price = Percent::basis_points(row.take_integer());
        return hour;
    });
}

std::vector<DayTaken> HabitState::taken(const Span& days) {
    auto query = connection_.query(
        "SELECT last_day, reserved_cost + spent_cost FROM spending WHERE last_day = first_day AND last_day "
        "BETWEEN ? AND ? ORDER BY last_day");
    put_all(query, number_of(days.first), number_of(days.last));
    return all_rows(query, [](engine::Query& row) {
        DayTaken day;
        day.day = take_day(row);
        take(row, day.taken);
        return day;
    });
}

}  // namespace makegood::db::terminal
