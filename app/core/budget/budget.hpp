// The owner's money per period. Cost (what the store pays) and worth (what the customer gets) are
// counted apart. Pure: a change answers the new state or the reason why not.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/money.hpp"
#include "app/base/result.hpp"
#include "app/base/time_values.hpp"

namespace makegood::core::budget {

enum class PeriodKind : std::uint8_t { day, week, month, own };

// The days that a period is made of. Money is counted by the day on which it was given, so that a day, its
// week and its month always know of the same money.
struct Span {
    CivilDate first, last;
    friend bool operator==(const Span&, const Span&) = default;
};
// nullopt: not the name of a period.
std::optional<Span> span_of(std::string_view name);

// "day", "week", "month", "own", and for people: "today's money", "this week's money".
std::string_view word(PeriodKind kind);
std::optional<PeriodKind> period_kind_from_word(std::string_view word);
std::string_view money_of(PeriodKind kind);

// A period of the owner's own: so many days each, one of them beginning on `from`. Nothing for the others.
struct OwnDays {
    std::int32_t days = 0;
    CivilDate from{};
    friend bool operator==(const OwnDays&, const OwnDays&) = default;
};
inline constexpr std::int32_t longest_own_period = 366;  // days; at least one

struct Limit {
    PeriodKind kind = PeriodKind::day;
    Money cost;                  // never more cost than this per period
    std::optional<Money> worth;  // nor more worth than this, where set
    OwnDays own = {};            // of PeriodKind::own
    friend bool operator==(const Limit&, const Limit&) = default;
};

// "2026-11-22", "2026-W47", "2026-11", "2026-11-16+14" (so many days from there): text order is time order
// within a kind. The kind alone tells all but the owner's own periods.
std::string period_of(PeriodKind kind, CivilDate date);
std::string period_of(const Limit& limit, CivilDate date);
// "day", "week", "month"; "14 days" with the first day of one of them, "2026-01-05". The limit has no amounts.
// bad_input with what to write.
Result<Limit> period_from_words(std::string_view per, std::string_view from);
// "a day", "a week", "a month", "every 14 days"
std::string per_period(const Limit& limit);
// For what is added up over periods of different length: a month counts as 30 days.
std::int64_t days_in(const Limit& limit);

// One period's counters. Invariant: reserved + spent <= limit, for cost and for worth. The limit may
// have been lowered below what is out; then nothing more is reserved.
struct Period {
    std::string name;
    Limit limit;
    Money reserved_cost, spent_cost;
    Money reserved_worth, spent_worth;
    // What a register that shares the budget with others may spend without asking; nullopt: it is its own
    // hub, and all that is left.
    std::optional<Money> right_cost, right_worth;
    Money available_cost() const;                  // here and now; never negative
    std::optional<Money> available_worth() const;  // likewise; nullopt: not limited
    bool fits(Money cost, Money worth) const;      // amounts >= 0
    friend bool operator==(const Period&, const Period&) = default;
};

// refused with a sentence that names the money that is left when it would not fit. Amounts >= 0.
Result<Period> reserve(Period period, Money cost, Money worth, const Currency& currency);
// Gives a reservation back (undo, expiry, void). Programming error: more than is reserved.
Period release(Period period, Money cost, Money worth);
// Turns a reservation into spending; what was reserved beyond `spent_*` is given back.
// Programming error: more than is reserved, or more spent than was reserved.
Period settle(Period period, Money reserved_cost, Money reserved_worth, Money spent_cost, Money spent_worth);

}  // namespace makegood::core::budget
