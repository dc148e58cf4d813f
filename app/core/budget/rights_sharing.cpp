#include "app/core/budget/rights_sharing.hpp"

#include <algorithm>

namespace makegood::core::budget {
namespace {

constexpr std::int64_t minutes_an_hour = 60, halvings_that_leave_nothing = 60;

Money scaled(Money amount, std::int64_t part, std::int64_t whole) {
    __extension__ using Wide = __int128;
    return Money::minor(static_cast<std::int64_t>(static_cast<Wide>(amount.minor()) * part / whole));
}

Amount scaled(const Amount& amount, std::int64_t part, std::int64_t whole) {
    return {scaled(amount.cost, part, whole), scaled(amount.worth, part, whole)};
}

bool below(Money held, Money last, const SharingRules& rules) {
    return held < rules.ask_at.of(last);
}

}  // namespace

Use after(Use use, std::int64_t minutes) {
    const auto hours = std::min(minutes / minutes_an_hour, halvings_that_leave_nothing);
    use.per_hour = scaled(use.per_hour, 1, std::int64_t{1} << hours);
    // A half to the power of m / 60, by its first terms; exact at 0 and 60.
    const auto rest = minutes % minutes_an_hour;
    use.per_hour = scaled(use.per_hour, 360'000 - 4'080 * rest + 18 * rest * rest, 360'000);
    use.idle_minutes += minutes;
    return use;
}

Use with(Use use, const Amount& amount) {
    // What is forgotten by halves each hour adds up to 1.44 hours of a steady use.
    use.per_hour += scaled(amount, 69, 100);
    use.largest = greatest(use.largest, amount);
    use.idle_minutes = 0;
    return use;
}

Need need(const Use& use, std::int64_t minutes_left, const SharingRules& rules, const AtCounter& counter) {
    const auto of = [&](std::int64_t minutes) {
        return scaled(use.per_hour, std::min(minutes_left, minutes), minutes_an_hour);
    };
    const auto ahead = greatest(of(rules.minutes_ahead) + use.largest, counter.at_hand);
    return {greatest(ahead, counter.on_screen), greatest(of(rules.minutes_kept), counter.on_screen)};
}

Wish wish(const Figures& figures, const Amount& last_held, const Need& need, const Amount& on_screen,
          const SharingRules& rules) {
    const auto has = held(figures);
    const auto at_once = greatest({}, on_screen - has);
    if (figures.granted == Amount{}) return {as_much_as_is_fair, at_once};
    const bool low = below(has.cost, last_held.cost, rules) || below(has.worth, last_held.worth, rules) ||
                     !within(need.ahead, has);
    return {greatest(at_once, low ? need.ahead - has : Amount{}), at_once};
}

Amount spare(const Figures& figures, const Need& need, const Recall& recall, bool idle) {
    const auto has = held(figures), unneeded = greatest({}, has - need.ahead);
    const auto at_rest = idle ? scaled(unneeded, 1, 2) : Amount{};
    switch (recall.reason) {
        case RecallFor::owner:
            return least(recall.amount, has);
        case RecallFor::customer:
            return greatest(at_rest, least(recall.amount, greatest({}, has - need.soon)));
        case RecallFor::stock:
            return greatest(at_rest, least(recall.amount, unneeded));
    }
    return {};
}

Money share(const Share& share, const SharingRules& rules) {
    if (share.registers == 1) return std::min(share.free, share.asker_wants);
    const auto kept = scaled(rules.keep_back.of(share.limit), share.left_of_period.basis_points(), 10'000);
    const auto equal = scaled(share.limit - kept, 1, std::max<std::int64_t>(1, share.registers));
    const auto free = std::max(Money{}, share.free - share.others_want_at_once);
    const auto first = std::clamp(equal - share.asker_has, Money{}, free);
    const auto halves = scaled(free - first, 20'000 - share.left_of_period.basis_points(), 20'000);
    const auto beyond = share.asker_wants == as_much_as_is_fair.cost ? Money{} : halves;
    const auto at_once = std::min(share.asker_wants_at_once, share.free);
    return std::min(share.asker_wants, std::max(at_once, first + beyond));
}

}  // namespace makegood::core::budget
