#include <charconv>
#include <cstdio>

#include "app/base/check.hpp"
#include "app/core/budget/budget.hpp"

namespace makegood::core::budget {
namespace {

using namespace std::chrono;

sys_days monday_of(sys_days day) {
    return day - (weekday{day} - Monday);
}

// ISO 8601: a week belongs to the year that holds its Thursday.
sys_days first_monday_of(year iso_year) {
    return monday_of(sys_days{iso_year / January / 4});
}

std::string week_of(CivilDate date) {
    const sys_days monday = monday_of(sys_days{date});
    const year iso_year = CivilDate{monday + days{3}}.year();
    char out[24];
    std::snprintf(out, sizeof out, "%04d-W%02d", static_cast<int>(iso_year),
                  static_cast<int>((monday - first_monday_of(iso_year)).count() / 7 + 1));
    return out;
}

std::optional<CivilDate> first_of_month(std::string_view name) {
    const auto first = base::parse_date(std::string(name) + "-01");
    return first ? std::optional(*first) : std::nullopt;
}

std::optional<CivilDate> first_of_week(std::string_view name) {
    const auto january = base::parse_date(std::string(name.substr(0, 4)) + "-01-01");
    int week = 0;
    const auto digits = name.substr(6);
    if (!january || std::from_chars(digits.data(), digits.data() + digits.size(), week).ec != std::errc())
        return std::nullopt;
    return CivilDate{first_monday_of(january->year()) + days{7 * (week - 1)}};
}

// "2026-11-16+14"
std::string own_period_of(const OwnDays& own, CivilDate date) {
    MAKEGOOD_CHECK(own.days >= 1 && own.from.ok());
    const auto since = (sys_days{date} - sys_days{own.from}).count();
    const auto begun = since >= 0 ? since / own.days : -((own.days - 1 - since) / own.days);
    return base::format_date(base::add_days(own.from, static_cast<int>(begun * own.days))) + '+' +
           std::to_string(own.days);
}

std::optional<Span> own_span_of(std::string_view name) {
    const auto first = base::parse_date(std::string(name.substr(0, 10)));
    const auto digits = name.substr(11);
    int days = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), days);
    if (!first || read.ec != std::errc() || days < 1 || days > longest_own_period) return std::nullopt;
    if (own_period_of({days, *first}, *first) != name) return std::nullopt;
    return Span{*first, base::add_days(*first, days - 1)};
}

// "14 days"
std::optional<std::int32_t> days_in_words(std::string_view text) {
    std::int32_t count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view unit(read.ptr, static_cast<std::size_t>(text.data() + text.size() - read.ptr));
    if (read.ec != std::errc() || (unit != " days" && unit != " day")) return std::nullopt;
    return count;
}

}  // namespace

Result<Limit> period_from_words(std::string_view per, std::string_view from) {
    Limit limit;
    if (const auto count = days_in_words(per)) {
        if (*count < 1 || *count > longest_own_period)
            return fail(ErrorKind::bad_input, "A period has 1 to 366 days; write it like \"14 days\".");
        const auto first = base::parse_date(std::string(from));
        if (!first)
            return fail(ErrorKind::bad_input,
                        "Say on which day a period of so many days begins, as a date like 2026-01-05.");
        limit.kind = PeriodKind::own;
        limit.own = {*count, *first};
        return limit;
    }
    const auto kind = period_kind_from_word(per);
    if (!kind || *kind == PeriodKind::own)
        return fail(ErrorKind::bad_input,
                    "\"" + std::string(per.substr(0, 40)) +
                        "\" is no period. Write day, week, month, or \"14 days\" and from when.");
    if (!from.empty())
        return fail(ErrorKind::bad_input, "A " + std::string(per) +
                                              " begins by the calendar. Leave out from when, or write a "
                                              "period like \"14 days\".");
    limit.kind = *kind;
    return limit;
}

std::string period_of(const Limit& limit, CivilDate date) {
    return limit.kind == PeriodKind::own ? own_period_of(limit.own, date) : period_of(limit.kind, date);
}

std::string per_period(const Limit& limit) {
    if (limit.kind == PeriodKind::own)
        return limit.own.days == 1 ? "a day" : "every " + std::to_string(limit.own.days) + " days";
    return "a " + std::string(word(limit.kind));
}

std::int64_t days_in(const Limit& limit) {
    switch (limit.kind) {
        case PeriodKind::day:
            return 1;
        case PeriodKind::week:
            return 7;
        case PeriodKind::month:
            return 30;
        case PeriodKind::own:
            return limit.own.days;
    }
    return 1;
}

std::string period_of(PeriodKind kind, CivilDate date) {
    switch (kind) {
        case PeriodKind::day:
            return base::format_date(date);
        case PeriodKind::week:
            return week_of(date);
        case PeriodKind::month:
            return base::format_date(date).substr(0, 7);
        case PeriodKind::own:
            MAKEGOOD_CHECK(!"a period of the owner's own is told by its limit");
    }
    return {};
}

std::optional<Span> span_of(std::string_view name) {
    std::optional<Span> span;
    if (name.size() == 7) {
        if (const auto first = first_of_month(name))
            span = Span{*first, CivilDate{first->year() / first->month() / std::chrono::last}};
        if (span && period_of(PeriodKind::month, span->first) == name) return span;
    } else if (name.size() == 8 && name.substr(4, 2) == "-W") {
        if (const auto first = first_of_week(name)) span = Span{*first, base::add_days(*first, 6)};
        if (span && period_of(PeriodKind::week, span->first) == name) return span;
    } else if (name.size() >= 12 && name[10] == '+') {
        return own_span_of(name);
    } else if (const auto day = base::parse_date(name)) {
        return Span{*day, *day};
    }
    return std::nullopt;
}

std::string_view word(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::day:
            return "day";
        case PeriodKind::week:
            return "week";
        case PeriodKind::month:
            return "month";
        case PeriodKind::own:
            return "own";
    }
    return {};
}

std::optional<PeriodKind> period_kind_from_word(std::string_view text) {
    for (const auto kind : {PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::own})
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
        case PeriodKind::own:
            return "this period's money";
    }
    return {};
}

}  // namespace makegood::core::budget
