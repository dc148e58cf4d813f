// Months of uneven days at a counter: what goes wrong, when, and what the customer does with the cards.
#pragma once
#include <random>
#include <vector>

#include "app/core/budget/habit.hpp"
#include "app/core/incident/incident.hpp"

namespace makegood::tests {

struct Case {
    core::budget::LocalTime at;
    core::incident::Incident incident;
    double liking = 0;  // 0 to 1: below `takes_first` the first card, then another one, at last none
};
inline constexpr double takes_first = 0.75, takes_any = 0.92;

enum class Hours { most_towards_evening, most_before_noon, all_alike };

struct Days {
    CivilDate first{std::chrono::year{2026} / 3 / 2};  // a Monday; the clocks change on the 29th
    int count = 120;
    double cases = 40;         // of an average open day
    bool promotions = true;    // one day in 20 asks for twice as much
    bool bus = true;           // of every seven evenings one brings 8 cases at 17:00
    double unevenness = 0.25;  // of one day and the next: standard deviation
    Hours hours = Hours::most_towards_evening;
};

// Open from 8 to 20 o'clock but on Sundays, quiet on Mondays, busy on Saturdays.
std::vector<Case> uneven_days(const Days& days, std::mt19937_64& chance);

// 0 to 3: of a day and of a week by the open hours, of a month by its days.
int quarter_of(const core::budget::LocalTime& at, core::budget::PeriodKind kind);

}  // namespace makegood::tests
