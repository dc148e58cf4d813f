// What a store's days are like: how much money its customers' cases ask for, by weekday and hour. Learnt from
// the store's own past, so nobody has to say when it is open or busy. Pure, in whole numbers: the same past
// gives the same answer on every machine.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "app/core/budget/budget.hpp"

namespace makegood::core::budget {

// Of the store's time zone, as the wall clock shows it: an hour that a change of clocks leaves out or repeats
// is an hour like any other here.
struct LocalTime {
    CivilDate date;
    int minute = 0;  // of the day
    friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

// At these prices of money (times 100) it is looked what a case would cost; the first is money in plenty.
inline constexpr std::array<std::int64_t, 6> ladder{100, 150, 250, 400, 800, 1600};
using Asked = std::array<Money, ladder.size()>;

// What one hour of one day asked for.
struct WishedHour {
    CivilDate day;
    int hour = 0;
    std::int64_t cases = 0;               // for which something that costs money could be offered
    Asked asked{};                        // what they would have cost at each price
    Money meant;                          // what they were likely to cost at the price that there was
    Percent price = Percent::whole(100);  // of money, at the last of them
    friend bool operator==(const WishedHour&, const WishedHour&) = default;
};

struct DayTaken {
    CivilDate day;
    Money taken;  // reserved and spent
};

// Amounts in thousandths of a minor unit: what an hour asks for is often less than a cent.
struct Habit {
    std::array<std::array<std::int64_t, 24>, 7> wish{};  // of an hour; Monday first
    // How far an hour of the day is from what it usually asks for: its mean square, divided by usual_case. As
    // much as the hour asks for where cases come one by one and are alike; more where they come in crowds.
    std::array<std::int64_t, 24> unsteady{};
    std::int64_t usual_case = 0;                    // what one case asks for
    std::int64_t cases = 0;                         // that `usual_case` was learnt from
    std::array<Percent, ladder.size()> asked_at{};  // a price, of what is asked for with money in plenty
    // What was given, out of each hundred that were meant: not all take what is shown.
    Percent take_up = Percent::whole(100);

    // What is asked for on `day` from its first minute to `minute`, or all day.
    std::int64_t until(CivilDate day, int minute) const;
    std::int64_t all_day(CivilDate day) const { return until(day, 24 * 60); }
    // Likewise of how unsteady they are, on any day.
    std::int64_t unsteady_until(int minute) const;
    friend bool operator==(const Habit&, const Habit&) = default;
};

// Older days are forgotten: rows of so many days are looked at, and a day counts half after half of them.
inline constexpr int days_remembered = 56;

// `hours` and `taken` of the days before `today` teach, those after it are of a clock that was wrong and do
// not. A day without any row since the first one was a day without wishes. With nothing learnt yet each day
// asks for three fifths of what the limit gives it, so that a new shop is not rationed before there is a
// reason, and its hours from 7 to 21 o'clock are those of most shops: it begins slowly, most come before noon
// and after work.
Habit learn(std::span<const WishedHour> hours, std::span<const DayTaken> taken, CivilDate today,
            const Limit& limit);

}  // namespace makegood::core::budget
