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
    return const_cast<HubPot*>(find(book, id));
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

void keep_limit(HubPot& pot, std::span<const LimitRule> limits, const Span& span, CivilDate today) {
    const auto* rule = rule_of(limits, pot.id.key);
    pot.over = span.last < today || (rule && period_of(rule->limit, span.first) != pot.id.period);
    if (rule && !pot.over) pot.limit = {rule->limit.cost, rule->limit.worth};
}

bool is_of_limits(std::string_view key) {
    return key.find('/') != key.npos;
}

CivilDate first_after(const Limit& limit, CivilDate day) {
    return day_after(*span_of(period_of(limit, day)));
}

void open_limit_pot(HubBook& book, const PotId& id, const LimitRule& rule, CivilDate today,
                    std::optional<CivilDate> replaced_on) {
    const auto next = first_after(rule.limit, today);
    if (id.period != period_of(rule.limit, today) && id.period != period_of(rule.limit, next)) return;
    if (!set_limit(book, id, {rule.limit.cost, rule.limit.worth})) return;
    auto* pot = pot_of(book, id);
    const auto span = *span_of(id.period);
    pot->lost = gone_otherwise(book, id, span);
    // The lost hub may have granted of periods that ran then, and of the next ones.
    if (replaced_on && span.first <= first_after(rule.limit, *replaced_on))
        pot->lost = {rule.limit.cost, rule.limit.worth.value_or(Money{})};
}

}  // namespace

void open_limit_pots(HubBook& book, std::span<const PotStatement> stated, std::span<const LimitRule> limits,
                     CivilDate today, std::optional<CivilDate> replaced_on) {
    for (const auto& each : stated) {
        if (find(book, each.pot) || book.pots.size() >= most_hub_pots) continue;
        if (const auto* rule = rule_of(limits, each.pot.key))
            open_limit_pot(book, each.pot, *rule, today, replaced_on);
    }
}

PotId running_pot(const Rule& rule, CivilDate today) {
    return {std::string(rule.key), period_of(rule.limit, today)};
}

void keep_periods(HubBook& book, std::span<const Rule> rules, std::span<const LimitRule> limits,
                  CivilDate today) {
    for (const auto& rule : rules) {
        open_period(book, rule, today);
        open_period(book, rule, day_after(*span_of(period_of(rule.limit, today))));
    }
    std::vector<std::string> old;
    for (auto& pot : book.pots) {
        const auto span = span_of(pot.id.period);
        if (!span) continue;
        if (is_of_limits(pot.id.key))
            keep_limit(pot, limits, *span, today);
        else if (!is_of_rule(pot, rules, *span, today))
            pot.over = true;
        if (std::chrono::sys_days{span->last} + kept_after_end < std::chrono::sys_days{today})
            old.push_back(pot.id.period);
    }
    for (const auto& period : old) forget_period(book, period);
}

}  // namespace makegood::core::budget
