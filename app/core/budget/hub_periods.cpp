#include "app/core/budget/hub_periods.hpp"

#include <algorithm>

#include "app/core/budget/rights_hub_acts.hpp"

namespace makegood::core::budget {
namespace {

constexpr std::chrono::days kept_after_end{30};  // registers have forgotten it long before

CivilDate day_after(const Span& span) {
    return CivilDate{std::chrono::sys_days{span.last} + std::chrono::days(1)};
}

bool overlap(const Span& one, const Span& other) {
    return one.first <= other.last && other.first <= one.last;
}

HubPot* pot_of(HubBook& book, const PotId& id) {
    const auto place =
        std::find_if(book.pots.begin(), book.pots.end(), [&](const HubPot& pot) { return pot.id == id; });
    return place == book.pots.end() ? nullptr : &*place;
}

// Of pots of the same key and another kind of period.
Amount gone_otherwise(const HubBook& book, const PotId& id, const Span& span) {
    Amount gone;
    for (const auto& pot : book.pots) {
        const auto other = span_of(pot.id.period);
        if (pot.id.key == id.key && pot.id != id && other && overlap(*other, span))
            gone += out(pot) + pot.lost;
    }
    return gone;
}

void open_period(HubBook& book, const Rule& rule, CivilDate day) {
    const PotId id{std::string(rule.key), period_of(rule.limit, day)};
    const PotLimit limit{rule.limit.cost, rule.limit.worth};
    const bool is_new = find(book, id) == nullptr;
    if (!set_limit(book, id, limit)) return;
    auto* pot = pot_of(book, id);
    pot->over = false;
    if (is_new) pot->lost = gone_otherwise(book, id, *span_of(id.period));
}

bool is_of_rule(const HubPot& pot, std::span<const Rule> rules, const Span& span, CivilDate today) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        return rule.key == pot.id.key && span.last >= today &&
               period_of(rule.limit, span.first) == pot.id.period;
    });
}

}  // namespace

PotId running_pot(const Rule& rule, CivilDate today) {
    return {std::string(rule.key), period_of(rule.limit, today)};
}

void keep_periods(HubBook& book, std::span<const Rule> rules, CivilDate today) {
    for (const auto& rule : rules) {
        open_period(book, rule, today);
        open_period(book, rule, day_after(*span_of(period_of(rule.limit, today))));
    }
    std::vector<std::string> old;
    for (auto& pot : book.pots) {
        const auto span = span_of(pot.id.period);
        if (!span) continue;
        if (!is_of_rule(pot, rules, *span, today)) pot.over = true;
        if (std::chrono::sys_days{span->last} + kept_after_end < std::chrono::sys_days{today})
            old.push_back(pot.id.period);
    }
    for (const auto& period : old) forget_period(book, period);
}

}  // namespace makegood::core::budget
