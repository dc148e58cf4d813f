#include "tests/simulation/pacing/uneven_days.hpp"

#include <algorithm>
#include <array>

namespace makegood::tests {
namespace {

constexpr int opens = 8, closes = 20;
constexpr std::array<std::array<double, 12>, 3> by_hour{
    {{0.5, 0.7, 1.0, 1.3, 1.5, 1.2, 0.9, 0.8, 1.0, 1.5, 1.2, 0.4},
     {1.9, 2.1, 1.8, 1.4, 1.2, 0.8, 0.5, 0.5, 0.6, 0.6, 0.4, 0.2},
     {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}}};
constexpr std::array<double, 7> by_weekday{0.6, 0.9, 1.0, 1.0, 1.3, 1.6, 0.0};  // Monday first

double uniform(std::mt19937_64& chance) {
    return std::uniform_real_distribution<double>(0, 1)(chance);
}

core::incident::Incident something_wrong(std::mt19937_64& chance) {
    using core::incident::Failure;
    using core::incident::Kind;
    using core::incident::Severity;
    core::incident::Incident incident;
    const double what = uniform(chance);
    incident.kind = what < 0.25 ? Kind::stock_out : what < 0.95 ? Kind::service_failure : Kind::delight;
    if (incident.kind == Kind::stock_out) {
        incident.article = ArticleNumber("1");
        return incident;
    }
    if (incident.kind == Kind::delight) return incident;
    constexpr std::array<Failure, 5> failures{Failure::waited_too_long, Failure::wrong_or_damaged,
                                              Failure::wrong_price, Failure::not_treated_well,
                                              Failure::order_or_delivery};
    incident.failure = failures[static_cast<std::size_t>(uniform(chance) * 5)];
    const double bad = uniform(chance);
    incident.severity = bad < 0.6   ? Severity::nuisance
                        : bad < 0.9 ? Severity::spoiled_visit
                                    : Severity::spoiled_day;
    if (uniform(chance) < 0.5) incident.loss = Money::minor(150 + static_cast<int>(uniform(chance) * 900));
    return incident;
}

// Mean 1.
double mood_of_the_day(const Days& days, std::mt19937_64& chance) {
    const double shape = 1 / (days.unevenness * days.unevenness);
    return std::gamma_distribution<double>(shape, 1 / shape)(chance);
}

}  // namespace

std::vector<Case> uneven_days(const Days& days, std::mt19937_64& chance) {
    std::vector<Case> cases;
    for (int number = 0; number < days.count; ++number) {
        const auto date = base::add_days(days.first, number);
        const auto weekday = std::chrono::weekday{std::chrono::sys_days{date}}.iso_encoding() - 1;
        double level = by_weekday[weekday] * days.cases / (closes - opens) * mood_of_the_day(days, chance);
        if (days.promotions && uniform(chance) < 0.05) level *= 2;
        const bool bus = days.bus && weekday != 6 && uniform(chance) < 1.0 / 7;
        std::vector<int> minutes;
        for (int hour = opens; hour < closes; ++hour) {
            const double expected =
                level * by_hour[static_cast<std::size_t>(days.hours)][static_cast<std::size_t>(hour - opens)];
            int count = expected > 0 ? std::poisson_distribution<int>(expected)(chance) : 0;
            for (; count > 0; --count) minutes.push_back(60 * hour + static_cast<int>(uniform(chance) * 60));
            if (bus && hour == 17)
                for (int i = 0; i < 8; ++i)
                    minutes.push_back(60 * hour + static_cast<int>(uniform(chance) * 15));
        }
        std::sort(minutes.begin(), minutes.end());
        for (const int minute : minutes)
            cases.push_back({{date, minute}, something_wrong(chance), uniform(chance)});
    }
    return cases;
}

int quarter_of(const core::budget::LocalTime& at, core::budget::PeriodKind kind) {
    using core::budget::PeriodKind;
    if (kind == PeriodKind::day)
        return std::clamp((at.minute - 60 * opens) * 4 / (60 * (closes - opens)), 0, 3);
    using std::chrono::sys_days;
    const auto span = *core::budget::span_of(core::budget::period_of(kind, at.date));
    if (kind == PeriodKind::week) {
        const auto day = static_cast<int>((sys_days{at.date} - sys_days{span.first}).count());
        return std::clamp(
            (day * 60 * (closes - opens) + at.minute - 60 * opens) * 4 / (6 * 60 * (closes - opens)), 0, 3);
    }
    const auto days = (sys_days{span.last} - sys_days{span.first}).count() + 1;
    return static_cast<int>((sys_days{at.date} - sys_days{span.first}).count() * 4 / days);
}

}  // namespace makegood::tests
