#include "app/service/limits_now.hpp"

#include <algorithm>
#include <array>

#include "app/service/clerk_reference.hpp"
#include "app/service/own_hub.hpp"
#include "app/service/presumed.hpp"
#include "app/service/spend_rights.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;
using core::recovery::OfferKind;

constexpr std::array kinds{OfferKind::free_substitute,
                           OfferKind::same_price_substitute,
                           OfferKind::gift,
                           OfferKind::amount_off,
                           OfferKind::attention,
                           OfferKind::promise};

std::string in_words(std::string_view kind) {
    constexpr std::array<std::string_view, kinds.size()> words{
        "free substitutes", "substitutes for the same price", "gifts", "money off", "attentions", "promises"};
    const auto known = core::recovery::offer_kind_from_word(kind);
    return std::string(known ? words[static_cast<std::size_t>(*known)] : kind);
}

// The rule for one kind, where it tells kinds apart; else as it is.
struct Applied {
    const LimitRule* rule;
    Occasion whose;
};
std::vector<Applied> applied(Desk& desk, const Occasion& who, std::span<const OfferKind> wanted) {
    std::vector<Applied> all;
    for (const auto& rule : desk.settings.limits) {
        const auto add = [&](std::string_view kind) {
            Occasion whose{who.clerk, who.customer, std::string(kind)};
            if (applies(rule, whose)) all.push_back({&rule, std::move(whose)});
        };
        if (!rule.each.kind) {
            const bool is_wanted =
                rule.kind.empty() || std::any_of(wanted.begin(), wanted.end(),
                                                 [&](OfferKind kind) { return word(kind) == rule.kind; });
            if (is_wanted) add(rule.kind);
        } else {
            for (const auto kind : wanted) add(word(kind));
        }
    }
    return all;
}

LimitLeft untouched(Desk& desk, const Applied& each) {
    const auto& rule = *each.rule;
    return {rule.each.kind ? each.whose.kind : rule.kind, rule.limit.cost, rule.limit.worth,
            named(desk, rule, each.whose)};
}

// What a lone register's pot allows once its hub, itself, is asked.
Result<Amount> left_alone(Desk& desk, const ports::Rights& rights, const PotId& id, const Limit& limit) {
    const auto* pot = find(rights.book, id);
    const PotLimit in_force{limit.cost, limit.worth};
    if (rights.book.frozen) return Amount{};
    if (pot && pot->limit == in_force) return held(pot->figures) + (pot->released - pot->figures.freed);
    const auto given = given_from(desk, id);
    if (!given) return fail(given.error());
    const auto presumed = presumed_spent(desk, rights, id, in_force);
    if (!presumed) return fail(presumed.error());
    const auto gone = greatest(given->all(), *presumed);
    return greatest({}, Amount{limit.cost, limit.worth.value_or(Money{})} - gone);
}

Result<LimitLeft> left_in(Desk& desk, const ports::Rights& rights, const PotId& id, const LimitRule& rule,
                          LimitLeft left, bool shares) {
    Amount amount;
    if (shares) {
        const auto* pot = find(rights.book, id);
        if (pot && !rights.book.frozen) amount = held(pot->figures);
        left.is_elsewhere = true;
    } else {
        const auto alone = left_alone(desk, rights, id, rule.limit);
        if (!alone) return fail(alone.error());
        amount = *alone;
    }
    left.cost = std::min(left.cost, amount.cost);
    if (left.worth) left.worth = std::min(*left.worth, amount.worth);
    return left;
}

}  // namespace

Result<Occasion> occasion_of(Desk& desk, const PersonId& by, const std::string& customer,
                             std::string_view kind) {
    auto clerk = clerk_reference(desk, by);
    if (!clerk) return fail(clerk.error());
    return Occasion{std::move(*clerk), customer, std::string(kind)};
}

std::span<const OfferKind> all_kinds() {
    return kinds;
}

std::string named(Desk& desk, const LimitRule& rule, const Occasion& whose) {
    return core::budget::named(rule, clerk_name(desk, whose.clerk), in_words(whose.kind), desk.currency);
}

std::vector<ChargedPot> limit_pots(Desk& desk, const Occasion& who, std::span<const OfferKind> wanted) {
    std::vector<ChargedPot> pots;
    for (const auto& each : applied(desk, who, wanted))
        if (!each.rule->each.incident)
            pots.push_back({pot_of(*each.rule, each.whose, money_day(desk)), each.rule->limit, each.rule});
    return pots;
}

Result<std::vector<ChargedPot>> charged_pots(Desk& desk, const Occasion& occasion) {
    const auto limit = desk.store.limit();
    if (!limit) return fail(limit.error());
    if (!*limit) return fail(no_budget_is_set());
    std::vector<ChargedPot> pots{{{"store", period_of(**limit, money_day(desk))}, **limit, nullptr}};
    for (const auto& rule : desk.settings.limits)
        if (!rule.each.incident && applies(rule, occasion))
            pots.push_back({pot_of(rule, occasion, money_day(desk)), rule.limit, &rule});
    return pots;
}

Result<ports::Store::Given> given_from(Desk& desk, const PotId& id) {
    const auto span = span_of(id.period);
    const auto whose = core::budget::occasion_of(id.key);
    ports::Store::GivenBy by{*span, {}, core::recovery::offer_kind_from_word(whose.kind), whose.customer};
    if (whose.clerk.empty()) return desk.store.given(by);
    const auto clerks = clerks_of(desk, whose.clerk);
    if (!clerks) return fail(clerks.error());
    ports::Store::Given all;
    for (const auto& clerk : *clerks) {
        by.by = clerk.id;
        const auto given = desk.store.given(by);
        if (!given) return fail(given.error());
        all.reserved += given->reserved;
        all.spent += given->spent;
    }
    return all;
}

Result<std::vector<LimitLeft>> limits_left(Desk& desk, const Occasion& who) {
    std::vector<LimitLeft> all;
    if (desk.settings.limits.empty()) return all;
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    for (const auto& each : applied(desk, who, kinds)) {
        auto left = untouched(desk, each);
        if (!each.rule->each.incident) {
            const auto id = pot_of(*each.rule, each.whose, money_day(desk));
            const auto rights = desk.store.rights_of({&id, 1});
            if (!rights) return fail(rights.error());
            auto now = left_in(desk, *rights, id, *each.rule, std::move(left), *shares);
            if (!now) return fail(now.error());
            left = std::move(*now);
        }
        all.push_back(std::move(left));
    }
    return all;
}

std::vector<LimitLeft> limits_untouched(Desk& desk, const Occasion& who) {
    std::vector<LimitLeft> all;
    for (const auto& each : applied(desk, who, kinds)) all.push_back(untouched(desk, each));
    return all;
}

Result<> fits_the_incident(Desk& desk, const core::recovery::Offer& offer) {
    Occasion occasion;
    occasion.kind = word(offer.kind);
    for (const auto& rule : desk.settings.limits) {
        if (!rule.each.incident || (!rule.kind.empty() && rule.kind != occasion.kind)) continue;
        const auto left = untouched(desk, {&rule, occasion});
        if (!left.fits(occasion.kind, offer.cost, offer.worth))
            return fail(ErrorKind::refused, why_not(left, offer.cost, offer.worth, desk.currency));
    }
    return {};
}

Result<std::vector<LimitNow>> limits_now(Desk& desk) {
    std::vector<LimitNow> all;
    if (desk.settings.limits.empty()) return all;
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    const auto rights = desk.store.rights();
    if (!rights) return fail(rights.error());
    for (const auto& pot : rights->book.pots) {
        const auto* rule = rule_of(desk.settings.limits, pot.id.key);
        if (!rule || period_of(rule->limit, money_day(desk)) != pot.id.period) continue;
        const auto whose = core::budget::occasion_of(pot.id.key);
        const auto given = given_from(desk, pot.id);
        if (!given) return fail(given.error());
        auto left = left_in(desk, *rights, pot.id, *rule, untouched(desk, {rule, whose}), *shares);
        if (!left) return fail(left.error());
        all.push_back({pot.id, left->named, *rule, *given, *left});
    }
    return all;
}

}  // namespace makegood::service
