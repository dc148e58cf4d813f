#include <cstdio>

#include "app/core/budget/budget.hpp"

namespace makegood::core::budget {
namespace {

using namespace std::chrono;

// ISO 8601: a week belongs to the year that holds its Thursday.
std::string week_of(CivilDate date) {
    const sys_days day{date};
    const sys_days monday = day - (weekday{day} - Monday);
    const year iso_year = CivilDate{monday + days{3}}.year();
    const sys_days fourth_of_january{iso_year / January / 4};
    const sys_days first_monday = fourth_of_january - (weekday{fourth_of_january} - Monday);
    char out[24];
    std::snprintf(out, sizeof out, "%04d-W%02d", static_cast<int>(iso_year),
                  static_cast<int>((monday - first_monday).count() / 7 + 1));
    return out;
}

}  // namespace

std::string period_of(PeriodKind kind, CivilDate date) {
    switch (kind) {
        case PeriodKind::day:
            return base::format_date(date);
        case PeriodKind::week:
            return week_of(date);
        case PeriodKind::month:
            return base::format_date(date).substr(0, 7);
    }
    return {};
}

std::string_view word(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::day:
            return "day";
        case PeriodKind::week:
            return "week";
        case PeriodKind::month:
            return "month";
    }
    return {};
}

std::optional<PeriodKind> period_kind_from_word(std::string_view text) {
    for (const auto kind : {PeriodKind::day, PeriodKind::week, PeriodKind::month})
        if (word(kind) == text) return kind;
    return std::nullopt;
}

std::string_view money_of(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::day:
            return "today's money";
        case PeriodKind::week:
            return "this week's money";
        case PeriodKind::month:
            return "this month's money";
    }
    return {};
}

}  // namespace makegood::core::budget
