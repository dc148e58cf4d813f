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
    if (pace.wish <= Money{} || !pace.day.ok() || pace.asked.size() != core::budget::ladder.size()) return;
    auto one_more = connection_.query(
        "INSERT INTO wished (day, hour, cases, price_basis_points, meant, asked, asked_1, asked_2, asked_3, "
        "asked_4, asked_5) VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
        "ON CONFLICT (day, hour) DO UPDATE SET cases = cases + 1, price_basis_points = ?3, meant = meant + "
        "?4, "
        "asked = asked + ?5, asked_1 = asked_1 + ?6, asked_2 = asked_2 + ?7, asked_3 = asked_3 + ?8, "
        "asked_4 = asked_4 + ?9, asked_5 = asked_5 + ?10");
    put_all(one_more, number_of(pace.day), pace.hour, pace.price.basis_points(), pace.meant);
    for (const auto& each : pace.asked) put(one_more, each);
    one_more.run();
}

std::vector<WishedHour> HabitState::wished(const Span& days) {
    auto query = connection_.query(
        "SELECT day, hour, cases, price_basis_points, meant, asked, asked_1, asked_2, asked_3, asked_4, "
        "asked_5 FROM wished WHERE day BETWEEN ? AND ? ORDER BY day, hour");
    put_all(query, number_of(days.first), number_of(days.last));
    return all_rows(query, [](engine::Query& row) {
        WishedHour hour;
        hour.day = take_day(row);
        take_all(row, hour.hour, hour.cases);
        hour.price = Percent::basis_points(row.take_integer());
        take(row, hour.meant);
        for (auto& each : hour.asked) take(row, each);
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
