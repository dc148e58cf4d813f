// How much of a budget is asked for, granted, called back and returned. None of it can overspend: these are
// only choices between amounts that the books allow.
#pragma once
#include "app/core/budget/rights_messages.hpp"

namespace makegood::core::budget {

struct SharingRules {
    Percent ask_at = Percent::whole(50);  // a register asks when it holds less than this of what it held last
    Percent keep_back = Percent::whole(25);  // of the limit, at the beginning of a period; nothing at its end
    std::int64_t minutes_ahead = 180;        // a register would like to hold its own use of so long
    std::int64_t minutes_kept = 3;     // and keeps that of so long when a customer elsewhere needs the rest
    std::int64_t idle_minutes = 120;   // without any use, a register returns what it won't need
    int renewals_before_doubt = 3;     // copies found of one register, before an owner must look at it
    std::int64_t least_registers = 1;  // among whom is shared at least, also before they were heard
};

// What a register saw of one pot of late.
struct Use {
    Amount per_hour;
    Amount largest;  // of one gesture
    std::int64_t idle_minutes = 0;
};

// Use that lies long back counts less: after `minutes` (>= 0) without any, half of each hour's is forgotten.
Use after(Use use, std::int64_t minutes);
// One more gesture.
Use with(Use use, const Amount& amount);

struct Need {
    Amount ahead;  // what a register would like to hold: for `minutes_ahead`, and one large gesture
    Amount soon;   // what it should not be without: for `minutes_kept`, or for the customer who is here
};
// What is for the customer who stands here now, and what for the next one who comes: without so much, the
// cards show nothing that one could ask for.
struct AtCounter {
    Amount on_screen, at_hand;
};
// minutes_left: of the period, >= 0. Both needs hold what is on the screen: nobody else gets that while it is
// thought over.
Need need(const Use& use, std::int64_t minutes_left, const SharingRules& rules,
          const AtCounter& counter = {});

// Asked for by a register that does not know its need yet: its part, as equal as the others'.
inline constexpr Amount as_much_as_is_fair{Money::minor(base::money_limit), Money::minor(base::money_limit)};

// How much more to ask for; nothing: not now. `figures`: with what is promised and not yet in force counted
// as granted, or it is asked for twice. `last_held`: after the last Answer that brought something.
// `on_screen`: what is to be given now.
struct Wish {
    Amount amount, at_once;
    friend bool operator==(const Wish&, const Wish&) = default;
};
Wish wish(const Figures& figures, const Amount& last_held, const Need& need, const Amount& on_screen,
          const SharingRules& rules);

// What a register can return: to the owner all, to a customer elsewhere what it does not need soon, to
// another's stock what it does not need at all; of that, half when it is idle.
Amount spare(const Figures& figures, const Need& need, const Recall& recall, bool idle);

// Whom the hub deals with, and out of what. For cost and worth by itself.
struct Share {
    Money free;       // in nobody's hands
    Money limit;      // of the period
    Money asker_has;  // granted and not returned, used or not
    Money asker_wants, asker_wants_at_once;
    Money others_want_at_once;  // nobody gets stock of that
    std::int64_t registers = 1;
    Percent left_of_period;  // 100 % at its beginning
};
// Answers at most min(free, asker_wants). The first grants make all registers equal and leave keep_back; what
// is kept back goes to those who have used their part, by halves, all of it at the end of the period. What is
// wanted at once is not halved. A lone register gets what it wants.
Money share(const Share& share, const SharingRules& rules);

}  // namespace makegood::core::budget
