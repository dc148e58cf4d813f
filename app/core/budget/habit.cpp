#include "app/core/budget/habit.hpp"

#include <algorithm>
#include <numeric>

#include "app/core/budget/ratio.hpp"

namespace makegood::core::budget {
namespace {

using std::chrono::sys_days;

constexpr std::int64_t thousand = 1000;
constexpr std::int64_t one_day = 64;                   // what yesterday weighs
constexpr std::int64_t most_an_hour = 10'000'000'000;  // so that no sum of them can overflow
constexpr int half_life = days_remembered / 2;
constexpr std::int64_t most_unsteady = 100'000'000'000'000;
constexpr std::int64_t usual_cases = 20;     // a day, until it has shown its own
constexpr std::int64_t cases_believed = 10;  // so many say as much as is believed beforehand
// Until the store has shown its own hours.
constexpr std::array<std::int64_t, 24> usual_day{0,  0,  0,  0,  0,  0,  0,  2, 5, 8, 11, 13,
                                                 13, 11, 10, 11, 13, 14, 11, 6, 2, 0, 0,  0};
constexpr std::int64_t usual_day_sum = std::accumulate(usual_day.begin(), usual_day.end(), std::int64_t{0});

std::size_t weekday_of(sys_days day) {
    return std::chrono::weekday{day}.iso_encoding() - 1;
}

// All of it for yesterday, half of it for each half-life; straight lines between.
std::int64_t weight_of(std::int64_t age) {
    const auto halved = one_day >> (age / half_life);
    return halved - halved * (age % half_life) / (2 * half_life);
}

// Sums over the days that teach; amounts times weight.
struct Sums {
    std::array<std::int64_t, 7> days{}, wished{};
    std::array<std::int64_t, 24> by_hour{};
    std::array<std::array<std::int64_t, 24>, 7> by_both{};
    std::int64_t all_days = 0, all_wished = 0, meant = 0, taken = 0;
    std::array<std::int64_t, ladder.size()> asked{};
    std::int64_t cases = 0, of_cases = 0;
};

class Past {
  public:
    explicit Past(CivilDate today) : today_(today) {}
    bool teaches(CivilDate day) const {
        const auto age = age_of(day);
        return age >= 1 && age <= days_remembered;
    }
    std::int64_t weight(CivilDate day) const { return weight_of(age_of(day)); }
    std::int64_t age_of(CivilDate day) const { return (today_ - sys_days{day}).count(); }
    sys_days today() const { return today_; }

  private:
    sys_days today_;
};

constexpr std::int64_t most_taken = 4;  // times what was meant: money that was given by hand is no habit

// In basis points; all of it where there is none.
std::int64_t share_of(std::int64_t part, std::int64_t all) {
    return all == 0 ? 10'000 : ratio(part, 10'000, all);
}

std::int64_t amount(Money money) {
    return std::clamp(money.minor(), std::int64_t{0}, most_an_hour);
}

bool is_an_hour(const WishedHour& row) {
    return row.day.ok() && row.hour >= 0 && row.hour < 24 && row.asked[0] >= Money{};
}

void count_hours(Sums& sums, std::span<const WishedHour> hours, const Past& past) {
    std::int64_t oldest = 0;
    for (const auto& row : hours) {
        if (!is_an_hour(row) || !past.teaches(row.day)) continue;
        const auto wished = amount(row.asked[0]) * past.weight(row.day);
        const auto weekday = weekday_of(sys_days{row.day});
        const auto hour = static_cast<std::size_t>(row.hour);
        sums.wished[weekday] += wished;
        sums.by_hour[hour] += wished;
        sums.by_both[weekday][hour] += wished;
        sums.all_wished += wished;
        for (std::size_t step = 0; step < ladder.size(); ++step)
            sums.asked[step] += amount(row.asked[step]) * past.weight(row.day);
        sums.meant += amount(row.meant) * past.weight(row.day);
        sums.cases += row.cases;
        sums.of_cases += amount(row.asked[0]);
        oldest = std::max(oldest, past.age_of(row.day));
    }
    for (std::int64_t age = 1; age <= oldest; ++age) {
        const auto day = past.today() - std::chrono::days(age);
        sums.days[weekday_of(day)] += weight_of(age);
        sums.all_days += weight_of(age);
    }
}

// Only days for which something was meant tell how much of it is taken: on others older rules gave money.
void count_taken(Sums& sums, std::span<const WishedHour> hours, std::span<const DayTaken> taken,
                 const Past& past) {
    for (const auto& day : taken) {
        if (!day.day.ok() || !past.teaches(day.day)) continue;
        std::int64_t meant = 0;
        for (const auto& row : hours)
            if (is_an_hour(row) && row.day == day.day) meant += amount(row.meant);
        if (meant == 0) continue;
        const auto most = most_taken * meant;
        sums.taken += std::clamp(day.taken.minor(), std::int64_t{0}, most) * past.weight(day.day);
    }
}

// What an average day asks for; the limit speaks for one day of it.
std::int64_t average_day(const Sums& sums, std::int64_t expected) {
    return ratio(sums.all_wished * thousand + expected * one_day, 1, sums.all_days + one_day);
}

Habit of_sums(const Sums& sums, std::int64_t expected) {
    Habit habit;
    const auto average = average_day(sums, expected);
    std::array<std::int64_t, 24> profile{};  // of all weekdays together
    std::int64_t profile_sum = 0;
    for (std::size_t hour = 0; hour < 24; ++hour) {
        profile[hour] =
            sums.by_hour[hour] * thousand + ratio(expected * one_day, usual_day[hour], usual_day_sum);
        profile_sum += profile[hour];
    }
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        // An average day speaks for a quarter of a day of each weekday, and for one of its hours.
        const auto level = ratio(sums.wished[weekday] * thousand + average * (one_day / 4), 1,
                                 sums.days[weekday] + one_day / 4);
        const auto all = sums.wished[weekday] * thousand + average * one_day;
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const auto part =
                sums.by_both[weekday][hour] * thousand + ratio(profile[hour], average * one_day, profile_sum);
            habit.wish[weekday][hour] = ratio(level, part, all);
        }
    }
    return habit;
}

// A square, divided by the usual case.
std::int64_t square(std::int64_t amount, const Habit& habit) {
    return std::min(ratio(std::abs(amount), std::abs(amount), habit.usual_case), most_unsteady);
}

// Of an hour that the store has not shown, that its cases come one by one is believed for a day.
std::int64_t unsteady_at(std::size_t hour, const Habit& habit, const Sums& sums, std::int64_t of_rows) {
    std::int64_t all = 0, of_days = 0;
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        all += habit.wish[weekday][hour];
        of_days += square(habit.wish[weekday][hour], habit) * sums.days[weekday];
    }
    return ratio(std::max<std::int64_t>(0, of_days + of_rows) + all * one_day / 7, 1,
                 sums.all_days + one_day);
}

void learn_unsteady(Habit& habit, std::span<const WishedHour> hours, const Sums& sums, const Past& past) {
    std::array<std::int64_t, 24> of_rows{};  // beside those of hours in which nothing was asked for
    for (const auto& row : hours) {
        if (!is_an_hour(row) || !past.teaches(row.day)) continue;
        const auto hour = static_cast<std::size_t>(row.hour);
        const auto usual = habit.wish[weekday_of(sys_days{row.day})][hour];
        of_rows[hour] += (square(amount(row.asked[0]) * thousand - usual, habit) - square(usual, habit)) *
                         past.weight(row.day);
    }
    for (std::size_t hour = 0; hour < 24; ++hour)
        habit.unsteady[hour] = unsteady_at(hour, habit, sums, of_rows[hour]);
}

// From the day's first minute to `minute`.
std::int64_t sum_until(const std::array<std::int64_t, 24>& hours, int minute) {
    std::int64_t sum = 0;
    for (int hour = 0; hour < 24; ++hour)
        sum += ratio(hours[static_cast<std::size_t>(hour)], std::clamp(minute - 60 * hour, 0, 60), 60);
    return sum;
}

}  // namespace

std::int64_t Habit::until(CivilDate day, int minute) const {
    return sum_until(wish[weekday_of(sys_days{day})], minute);
}

std::int64_t Habit::unsteady_until(int minute) const {
    return sum_until(unsteady, minute);
}

Habit learn(std::span<const WishedHour> hours, std::span<const DayTaken> taken, CivilDate today,
            const Limit& limit) {
    const Past past(today);
    Sums sums;
    count_hours(sums, hours, past);
    count_taken(sums, hours, taken, past);
    const auto expected = std::clamp(limit.cost.minor(), std::int64_t{0}, base::money_limit) * thousand * 3 /
                          (5 * days_in(limit));
    Habit habit = of_sums(sums, expected);
    habit.cases = sums.cases;
    habit.usual_case = ratio(sums.of_cases * thousand + expected / usual_cases, 1, sums.cases + 1);
    learn_unsteady(habit, hours, sums, past);
    const auto believed = ratio(habit.usual_case * cases_believed, one_day, thousand);
    const auto of_meant = std::min(sums.taken, most_taken * sums.meant);
    habit.take_up = Percent::basis_points(share_of(of_meant + believed, sums.meant + believed));
    for (std::size_t step = 0; step < ladder.size(); ++step)
        habit.asked_at[step] = Percent::basis_points(share_of(
            sums.asked[step] + ratio(believed, ladder[0], ladder[step]), sums.all_wished + believed));
    return habit;
}

}  // namespace makegood::core::budget
