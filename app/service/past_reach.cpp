#include "app/service/past_reach.hpp"

#include <algorithm>

#include "app/service/past.hpp"

namespace makegood::service {

using core::budget::Limit;

std::vector<Limit> limits_of(const NewRules& rules) {
    std::vector<Limit> limits;
    if (rules.budget) limits.push_back(*rules.budget);
    for (const auto& rule : rules.settings.limits)
        if (!rule.each.incident) limits.push_back(rule.limit);
    return limits;
}

CivilDate counts_since(const std::vector<Limit>& limits, CivilDate day) {
    using core::budget::PeriodKind;
    auto first = day;
    const auto look = [&](const Limit& limit) {
        const auto span = core::budget::span_of(core::budget::period_of(limit, day));
        if (span) first = std::min(first, span->first);
    };
    for (const auto kind : {PeriodKind::week, PeriodKind::month}) look({kind, {}, {}});
    for (const auto& limit : limits) look(limit);
    return first;
}

bool reaches(const Past& past, const NewRules& rules) {
    return past.since <= counts_since(limits_of(rules), past.days.first);
}

}  // namespace makegood::service
