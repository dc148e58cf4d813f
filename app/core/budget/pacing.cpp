#include "app/core/budget/pacing.hpp"

#include <algorithm>

#include "app/core/budget/ratio.hpp"

namespace makegood::core::budget {
namespace {

using std::chrono::sys_days;

constexpr std::int64_t thousand = 1000;
constexpr std::int64_t whole = 10'000;  // 100 % in basis points
// So many cases of this period say as much of it as all earlier ones: half of it is then believed.
constexpr std::int64_t cases_believed = 10;
// Of a store that has not shown its own days so few do, and one more for each eight that were learnt from.
constexpr std::int64_t cases_believed_of_new = 6, learnt_for_one_more = 8;
constexpr int minutes_of_a_lot = 10;
// Of the spread that chance gives to what is asked for; found by simulation: the last quarter then has the
// first's chance.
constexpr std::int64_t reserve_percent = 370;
constexpr std::int64_t widest_spread = 2 * whole;

struct Wishes {
    std::int64_t gone = 0, to_come = 0;  // thousandths of a minor unit
};

// By habit alone. A clock that is not within the period sees all of it before or behind itself.
Wishes by_habit(const Habit& habit, const Standing& standing) {
    Wishes wishes;
    const sys_days now{standing.now.date};
    for (auto day = sys_days{standing.period.first}; day <= sys_days{standing.period.last};
         day += std::chrono::days(1)) {
        const auto all = habit.all_day(day);
        const auto until = day < now ? all : day > now ? 0 : habit.until(day, standing.now.minute);
        wishes.gone += until;
        wishes.to_come += all - until;
    }
    return wishes;
}

std::int64_t in_thousandths(Money money) {
    return std::clamp(money.minor(), std::int64_t{0}, base::money_limit) * thousand;
}

std::int64_t usual_case(const Habit& habit, const Standing& standing) {
    const auto cases = std::max<std::int64_t>(habit.cases, 1);
    return ratio(ratio(habit.usual_case, cases, 1) + in_thousandths(standing.asked[0]), 1,
                 cases + std::max<std::int64_t>(standing.cases, 0));
}

std::int64_t habit_believed(const Habit& habit) {
    return std::min(cases_believed, cases_believed_of_new + habit.cases / learnt_for_one_more);
}

// What habit says, times how much more or less this period has asked for so far.
Wishes expected(const Habit& habit, const Standing& standing) {
    Wishes wishes = by_habit(habit, standing);
    const auto believed = usual_case(habit, standing) * habit_believed(habit);
    const auto seen = in_thousandths(standing.asked[0]) + believed, meant = wishes.gone + believed;
    if (meant > 0) wishes.to_come = ratio(wishes.to_come, seen, meant);
    return wishes;
}

// Out of each hundred that are meant, by habit and by this period so far.
std::int64_t take_up(const Habit& habit, const Standing& standing) {
    const auto believed = ratio(usual_case(habit, standing), cases_believed, 2);
    const auto meant = in_thousandths(standing.meant) + believed;
    const auto taken = std::min(in_thousandths(standing.given), 4 * in_thousandths(standing.meant)) +
                       ratio(believed, habit.take_up.basis_points(), whole);
    return meant == 0 ? habit.take_up.basis_points() : ratio(taken, whole, meant);
}

std::int64_t to_be_taken(const Habit& habit, const Standing& standing) {
    return ratio(expected(habit, standing).to_come, take_up(habit, standing), whole);
}

// What is asked for at each price, of what is asked for with money in plenty: falling, by habit and so far.
std::array<std::int64_t, ladder.size()> asked_at(const Habit& habit, const Standing& standing) {
    std::array<std::int64_t, ladder.size()> parts{};
    const auto believed = usual_case(habit, standing) * cases_believed;
    const auto all = in_thousandths(standing.asked[0]) + believed;
    std::int64_t part = whole;
    for (std::size_t step = 0; step < ladder.size(); ++step) {
        const auto asked = in_thousandths(standing.asked[step]) +
                           ratio(believed, habit.asked_at[step].basis_points(), whole);
        if (all > 0) part = std::clamp(ratio(asked, whole, all), std::int64_t{1}, part);
        parts[step] = part;
    }
    return parts;
}

// At which `part` of what is asked for with money in plenty will be asked for. Between two steps what is
// asked falls as one over the price, and beyond the last one too.
std::int64_t price_for(std::int64_t part, const std::array<std::int64_t, ladder.size()>& parts) {
    const auto one_over = [](std::size_t step) { return whole * whole * 100 / ladder[step]; };
    if (part >= parts[0]) return whole;
    for (std::size_t step = 1; step < ladder.size(); ++step) {
        if (part < parts[step]) continue;
        const auto more =
            ratio(one_over(step - 1) - one_over(step), part - parts[step], parts[step - 1] - parts[step]);
        return ratio(whole, whole * whole, one_over(step) + more);
    }
    return ratio(ladder.back() * 100, parts.back(), std::max<std::int64_t>(part, 1));
}

std::int64_t square_root(std::int64_t value) {
    std::int64_t root = 0;
    for (std::int64_t step = std::int64_t{1} << 30; step > 0; step >>= 1)
        if ((root + step) <= value / (root + step)) root += step;
    return root;
}

// Of what the period asks for, beside all of it: the wider the fewer cases it has, and the more of them come
// in crowds. It matters the less the scarcer money is: then all of it is given out however many come.
std::int64_t spread(const Habit& habit, const Standing& standing, std::int64_t asked) {
    std::int64_t week = 0;
    for (int weekday = 0; weekday < 7; ++weekday)
        week += habit.all_day(CivilDate{sys_days{standing.period.first} + std::chrono::days(weekday)});
    const auto limit = in_thousandths(standing.limit);
    const auto all = std::max({asked, limit, std::int64_t{1}});
    const auto one_case = ratio(ratio(habit.usual_case, whole * whole, all), std::min(limit, all), all);
    const auto crowds = ratio(one_case, 7 * habit.unsteady_until(24 * 60), week);
    return square_root(std::min(crowds, widest_spread * widest_spread));
}

// Which part of what is unsteady in this period is still to come.
std::int64_t unsteady_to_come(const Habit& habit, const Standing& standing) {
    const sys_days first{standing.period.first}, last{standing.period.last};
    const auto now = std::clamp(sys_days{standing.now.date}, first, last + std::chrono::days(1));
    const auto day = habit.unsteady_until(24 * 60);
    const auto of_today =
        now == sys_days{standing.now.date} && now <= last ? habit.unsteady_until(standing.now.minute) : 0;
    const auto to_come = day * (last + std::chrono::days(1) - now).count() - of_today;
    return ratio(to_come, whole, day * (last + std::chrono::days(1) - first).count());
}

// Cases come by chance, and some in crowds: with the forecast alone, more often than not the last ones would
// find too little. So more is held back for what is still to come, and let go as those hours pass in which
// one of this store's days differs from the other.
std::int64_t with_reserve(std::int64_t needed, const Habit& habit, const Standing& standing) {
    const auto by_now = by_habit(habit, standing);
    const auto still = unsteady_to_come(habit, standing);
    const auto all = spread(habit, standing, by_now.gone + by_now.to_come);
    const auto reserve = ratio(ratio(all, reserve_percent, 100), square_root(still * whole), whole);
    return needed + ratio(needed, reserve, whole);
}

// As wide as half a usual case moves the price of a fresh period, from 5 to 25 %.
std::int64_t band_of(const Habit& habit, const Standing& standing) {
    const auto half_a_case = ratio(habit.usual_case, whole, 2);
    const auto limit = in_thousandths(standing.limit);
    return limit == 0 ? whole / 4 : std::clamp(half_a_case / limit, whole / 20, whole / 4);
}

Percent given_of(const Standing& standing) {
    if (standing.limit <= Money{}) return Percent::whole(0);
    const auto given = std::max(Money{}, standing.limit - standing.left);
    return Percent::basis_points(ratio(given.minor(), whole, standing.limit.minor()));
}

std::string in_words(Percent part) {
    return std::to_string((part.basis_points() + 50) / 100) + " %";
}

}  // namespace

Percent price_of_money(const Habit& habit, const Standing& standing) {
    const auto needed = with_reserve(to_be_taken(habit, standing), habit, standing);
    const auto left = in_thousandths(standing.left);
    std::int64_t price = whole;
    if (needed > left) price = price_for(ratio(left, whole, needed), asked_at(habit, standing));
    price = std::clamp(price, no_scarcity.basis_points(), dearest_money.basis_points());
    if (!standing.held || price == whole) return Percent::basis_points(price);
    const auto held =
        std::clamp(standing.held->basis_points(), no_scarcity.basis_points(), dearest_money.basis_points());
    const auto band = band_of(habit, standing);
    const bool near = price <= held + ratio(held, band, whole) && held <= price + ratio(price, band, whole);
    return Percent::basis_points(near ? held : price);
}

Outlook outlook(const Habit& habit, const Standing& standing) {
    const auto wishes = expected(habit, standing);
    const auto by_now = by_habit(habit, standing);
    const auto all = by_now.gone + by_now.to_come;
    return {Money::minor(to_be_taken(habit, standing) / thousand),
            Percent::basis_points(ratio(wishes.gone, whole, all))};
}

Money Paced::by_lot() const {
    return Money::minor(ratio(share.minor(), whole, std::max<std::int64_t>(lot.basis_points(), 1)));
}

Percent Paced::chance(Money cost) const {
    if (price <= no_scarcity || cost <= share) return Percent::whole(100);
    return Percent::basis_points(ratio(share.minor(), whole, cost.minor()));
}

Percent lot_of(std::string_view store, const LocalTime& now, std::string_view kind_of_case) {
    std::uint64_t mixed = 0xcbf29ce484222325;  // FNV-1a
    const auto add = [&](std::string_view text) {
        for (const char letter : text) mixed = (mixed ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
        mixed = (mixed ^ 0xff) * 0x100000001b3;
    };
    add(store);
    add(base::format_date(now.date));
    add(std::to_string(now.minute / minutes_of_a_lot));
    add(kind_of_case);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;  // SplitMix64's last step
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    mixed ^= mixed >> 31;
    return Percent::basis_points(static_cast<std::int64_t>(mixed % whole) + 1);
}

Money fair_share(Money wish, Percent price) {
    return Money::minor(ratio(wish.minor(), whole, std::max(price, no_scarcity).basis_points()));
}

std::string_view word(Pace pace) {
    switch (pace) {
        case Pace::behind:
            return "behind";
        case Pace::on_pace:
            return "on-pace";
        case Pace::ahead:
            return "ahead";
    }
    return {};
}

Pace pace_of(const Habit& habit, const Standing& standing) {
    const auto limit = in_thousandths(standing.limit);
    if (limit == 0) return Pace::on_pace;
    const auto gone = outlook(habit, standing).gone.basis_points();
    const auto given = given_of(standing).basis_points();
    const auto near = std::clamp(ratio(habit.usual_case, whole, limit), whole / 10, whole / 2);
    return given > gone + near ? Pace::ahead : given + near < gone ? Pace::behind : Pace::on_pace;
}

std::string pace_words(const Habit& habit, const Standing& standing, PeriodKind kind) {
    const auto gone = in_words(outlook(habit, standing).gone), given = in_words(given_of(standing));
    const std::string money(money_of(kind));
    switch (pace_of(habit, standing)) {
        case Pace::behind:
            return "Behind: " + given + " of " + money + " is given, and by now " + gone +
                   " of what is usually asked for has come.";
        case Pace::on_pace:
            return "On pace: " + given + " of " + money + " is given, and " + gone +
                   " of what is usually asked for has come.";
        case Pace::ahead:
            return "Ahead: " + given + " of " + money + " is given, but only " + gone +
                   " of what is usually asked for has come.";
    }
    return {};
}

std::string price_words(const Habit& habit, const Standing& standing, Percent price,
                        const Currency& currency) {
    if (price <= no_scarcity) return {};
    const auto to_come = outlook(habit, standing).to_come;
    const auto left = format(standing.left, currency) + " is left, and about " + format(to_come, currency) +
                      " more is likely to be asked for";
    return to_come > standing.left ? "Money is scarce: " + left + "."
                                   : "Money is just enough: " + left + "; some is kept for later" +
                                         (standing.period.first == standing.period.last ? " today." : ".");
}

}  // namespace makegood::core::budget
