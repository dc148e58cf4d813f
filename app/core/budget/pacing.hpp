// The price of money: how much more a cost weighs while the period's money is scarce for the time that is
// left, so that who comes late has the same chance as who comes early. Pure. It only ever leaves offers out:
// the limit itself is kept elsewhere (core/budget/budget.hpp), so a wrong habit or clock makes a wrong price
// and no more.
//
// Each case has a fair share: what it could cost with money in plenty, divided by the price. What costs no
// more than its share stands; where nothing does, what costs more stands with the chance share / cost. The
// price is the one, never below 1, at which the cases that are likely to come until the period ends will cost
// what is left. As long as that forecast is right, money and wishes shrink together, and neither price nor
// chance drifts.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/budget/habit.hpp"

namespace makegood::core::budget {

inline constexpr Percent no_scarcity = Percent::whole(100);
inline constexpr Percent dearest_money = Percent::whole(10'000);

// What is known of the running period.
struct Standing {
    Span period;
    LocalTime now;
    Money limit, left, given;
    Asked asked{};  // by the cases of this period so far, and what was meant for them
    Money meant;
    std::int64_t cases = 0;       // that wished for it
    std::optional<Percent> held;  // the price at the last of them
};

// 100 % where money is in plenty, dearest_money at most. A small change leaves the price as it is held:
// between two gifts it does not go up and down; the smaller the budget, the wider that band. Less money left
// never makes a lower price, all else being equal.
Percent price_of_money(const Habit& habit, const Standing& standing);

// What customers are likely to ask for from now to the period's end, of what is taken up, and by which part
// the period's wishes are over. Both from habit, corrected by how this period has gone so far.
struct Outlook {
    Money to_come;
    Percent gone;
};
Outlook outlook(const Habit& habit, const Standing& standing);

// What was decided about the money of one case, as it is recorded.
struct Paced {
    CivilDate day{};  // whose money it is about, and its hour
    int hour = 0;
    Percent price = no_scarcity;
    Percent lot = Percent::whole(100);  // drawn; see lot_of
    Money wish;                         // the dearest that the case could cost with money in plenty
    Money share;                        // its fair share: wish / price
    std::vector<Money> asked;           // what it would cost at each price of the ladder
    Money meant;                        // what it is likely to cost at this price
    std::string why;                    // for people
    // Where nothing fits within the share, what stands may cost so much.
    Money by_lot() const;
    // With which something of this cost stood.
    Percent chance(Money cost) const;
    friend bool operator==(const Paced&, const Paced&) = default;
};

// Drawn for a case: 0.01 % to 100 %. The same for all cases of the same kind in the same ten minutes in the
// whole store: reporting again, or at another register, draws nothing new, and neighbours in a queue are
// treated alike.
Percent lot_of(std::string_view store, const LocalTime& now, std::string_view kind_of_case);

Money fair_share(Money wish, Percent price);

enum class Pace : std::uint8_t { behind, on_pace, ahead };  // money beside time
std::string_view word(Pace pace);                           // "behind", "on-pace", "ahead"
// On pace as long as what is given is within a tenth of the limit, or one usual case, of what habit expects.
Pace pace_of(const Habit& habit, const Standing& standing);
// "Ahead: 80 % of today's money is given; by now it is usually 50 %."
std::string pace_words(const Habit& habit, const Standing& standing, PeriodKind kind);

// "Money is scarce: $20.00 is left, and about $41.00 more is likely to be asked for." Empty at no_scarcity.
std::string price_words(const Habit& habit, const Standing& standing, Percent price,
                        const Currency& currency);

}  // namespace makegood::core::budget
