// The owner's limits beside the budget of the store: per period for each clerk, each kind of gesture and each
// customer, for each incident, and for any of these together. A gesture fits when all of them allow it.
//
// A limit that has a period is kept by pots of rights (rights.hpp), so that it holds across all registers of
// a store: each clerk, kind or customer has a pot, and its key says by which limit. An incident lives at one
// register, which adds up itself.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/budget/budget.hpp"
#include "app/core/budget/rights_register.hpp"

namespace makegood::core::budget {

// Whom a limit is for, each by themselves. None of them: all together.
struct Each {
    bool clerk = false, customer = false, incident = false, kind = false;
    friend bool operator==(const Each&, const Each&) = default;
};

struct LimitRule {
    Each each;
    std::string kind;  // only gestures of this kind count; empty: all
    Limit limit;       // for an incident its period says nothing
    friend bool operator==(const LimitRule&, const LimitRule&) = default;
};

// Two rules that speak of the same money in the same kind of period: only one of them can count.
bool same_thing(const LimitRule& one, const LimitRule& other);

// Of one gesture, by the words that stand for it: people and customers by their ids.
struct Occasion {
    std::string clerk, customer;  // customer: empty where nobody knows who it is
    std::string kind;
    friend bool operator==(const Occasion&, const Occasion&) = default;
};

// Whether the rule has something to say of it. A limit of customers has nothing to say of a stranger.
bool applies(const LimitRule& rule, const Occasion& occasion);

// The pot that a rule with a period charges: "clerk=7f3a,kind=gift/day", "customer=91c0,kind:voucher/month"
// (= each kind has its own, : only that kind counts), "all/week". Programming error: it does not apply, or is
// one of an incident.
PotId pot_of(const LimitRule& rule, const Occasion& occasion, CivilDate day);

// The rule that made this key; nullptr: none of them, or none that could have.
const LimitRule* rule_of(std::span<const LimitRule> rules, std::string_view key);
// Who and what the key is about; empty where it says nothing of them.
Occasion occasion_of(std::string_view key);
// A pot of one clerk or customer: the register where they are needs nearly all of it.
bool is_personal(std::string_view key);

// What one of the limits still allows here and now.
struct LimitLeft {
    std::string kind;  // only gestures of this kind; empty: all
    Money cost;
    std::optional<Money> worth;
    std::string named;          // "$20.00 a day for each clerk (Anna)"
    bool is_elsewhere = false;  // the limit may allow more, but the rest is with a hub and other registers
    bool fits(std::string_view kind_of_gesture, Money cost_of_it, Money worth_of_it) const;
};

// For people: "$20.00 a day for each clerk (Anna), gifts only". `clerk` and `kind` are as people call them.
std::string named(const LimitRule& rule, const std::string& clerk, const std::string& kind,
                  const Currency& currency);

// Why it does not fit: names the limit, what is left of it, and a way out.
std::string why_not(const LimitLeft& limit, Money cost, Money worth, const Currency& currency);
// The same under cards, where it is known only that something was left out.
std::string note_about(const LimitLeft& limit, const Currency& currency);

}  // namespace makegood::core::budget
