#include "app/core/budget/pacing.hpp"

#include <catch2/catch.hpp>

#include "app/core/recovery/paced.hpp"

using namespace makegood;
using namespace makegood::core;
using namespace makegood::core::budget;

namespace {

const Currency dollars = *Currency::from_code("USD");
const CivilDate monday{std::chrono::year{2026} / 3 / 2};

Money cents(std::int64_t count) {
    return Money::minor(count);
}

// So many weeks of days that ask for 100.00 from 10 to 20 o'clock, 10 cases of 10.00; closed on Sundays.
std::vector<WishedHour> weeks(int count) {
    std::vector<WishedHour> hours;
    for (int day = 0; day < 7 * count; ++day)
        for (int hour = 10; hour < 20; ++hour) {
            if (day % 7 == 6) continue;
            WishedHour row{base::add_days(monday, day), hour, 1, {}, cents(1000), no_scarcity};
            for (std::size_t step = 0; step < ladder.size(); ++step)
                row.asked[step] = cents(1000 * 100 / ladder[step]);
            hours.push_back(row);
        }
    return hours;
}

std::vector<DayTaken> all_taken(int count) {
    std::vector<DayTaken> days;
    for (int day = 0; day < 7 * count; ++day)
        if (day % 7 != 6) days.push_back({base::add_days(monday, day), cents(10'000)});
    return days;
}

constexpr int learnt_weeks = 8;
const CivilDate today = base::add_days(monday, 7 * learnt_weeks);

Habit learnt(std::int64_t limit = 5000) {
    return learn(weeks(learnt_weeks), all_taken(learnt_weeks), today, {PeriodKind::day, cents(limit), {}});
}

// What was asked for by then is what was expected.
Standing at(const Habit& habit, int minute, std::int64_t left, std::int64_t limit = 5000) {
    Standing standing;
    standing.period = {today, today};
    standing.now = {today, minute};
    standing.limit = cents(limit);
    standing.left = cents(left);
    standing.given = standing.limit - standing.left;
    const auto gone = habit.until(today, minute) / 1000;
    for (std::size_t step = 0; step < ladder.size(); ++step)
        standing.asked[step] = cents(gone * 100 / ladder[step]);
    standing.meant = standing.given;
    standing.cases = gone / 1000;
    return standing;
}

double price(const Habit& habit, const Standing& standing) {
    return static_cast<double>(price_of_money(habit, standing).basis_points()) / 10'000;
}

}  // namespace

TEST_CASE("a store shows its own hours and days") {
    const auto habit = learnt();
    const CivilDate sunday = base::add_days(today, 6);
    CHECK(habit.all_day(today) > 9'000'000);
    CHECK(habit.all_day(today) < 10'500'000);
    CHECK(habit.all_day(sunday) < 1'000'000);
    CHECK(habit.until(today, 10 * 60) < habit.all_day(today) / 20);
    CHECK(habit.until(today, 15 * 60) > habit.all_day(today) * 45 / 100);
    CHECK(habit.until(today, 15 * 60) < habit.all_day(today) * 55 / 100);
    CHECK(habit.usual_case > 990'000);
    CHECK(habit.take_up > Percent::whole(97));
}

TEST_CASE("before anything is learnt the money is meant for the hours from 7 to 21") {
    const auto habit = learn({}, {}, today, {PeriodKind::day, cents(5000), {}});
    CHECK(habit.all_day(today) > 2'990'000);
    CHECK(habit.all_day(today) <= 3'000'000);
    CHECK(habit.until(today, 7 * 60) == 0);
    CHECK(habit.until(today, 11 * 60) == Approx(600'000).epsilon(0.01));  // a slow morning
    CHECK(habit.until(today, 16 * 60) == Approx(1'938'000).epsilon(0.01));
    CHECK(habit.until(today, 21 * 60) == habit.all_day(today));
    CHECK(price(habit, at(habit, 0, 5000)) == 1);
}

TEST_CASE("a new shop believes its first cases sooner than one that knows its days") {
    auto new_shop = learnt(20'000);
    new_shop.cases = 0;
    auto standing = at(new_shop, 15 * 60, 20'000, 20'000);
    standing.asked[0] = standing.asked[0] * 3;
    standing.cases *= 3;
    CHECK(outlook(new_shop, standing).to_come * 20 > outlook(learnt(20'000), standing).to_come * 21);
}

TEST_CASE("hours in which cases come in crowds are unsteady, and more is held back before them") {
    auto hours = weeks(learnt_weeks);
    const auto before = learnt();
    for (auto& row : hours) {
        if (row.hour != 17) continue;
        const bool comes = row.day.day() == std::chrono::day{6} || row.day.day() == std::chrono::day{20};
        row.cases = comes ? 15 : 0;
        for (auto& asked : row.asked) asked = asked * (comes ? 15 : 0);
    }
    const auto crowds = learn(hours, all_taken(learnt_weeks), today, {PeriodKind::day, cents(5000), {}});
    CHECK(crowds.unsteady[17] > 5 * before.unsteady[17]);
    CHECK(crowds.unsteady[12] < 2 * before.unsteady[12]);
    CHECK(crowds.unsteady_until(24 * 60) > crowds.unsteady[17]);
    CHECK(crowds.unsteady_until(17 * 60 + 30) - crowds.unsteady_until(17 * 60) == crowds.unsteady[17] / 2);
    CHECK(price(crowds, at(crowds, 16 * 60, 2000)) > 1.2 * price(before, at(before, 16 * 60, 2000)));
}

TEST_CASE("newer days count more, and those of a wrong clock not at all") {
    auto hours = weeks(learnt_weeks);
    const auto before = learn(hours, {}, today, {PeriodKind::day, cents(5000), {}}).all_day(today);
    WishedHour busy{base::add_days(today, -7), 10, 10, {cents(20'000)}, cents(0), no_scarcity};
    hours.push_back(busy);
    const auto lately = learn(hours, {}, today, {PeriodKind::day, cents(5000), {}}).all_day(today);
    hours.back().day = base::add_days(today, -49);
    const auto long_ago = learn(hours, {}, today, {PeriodKind::day, cents(5000), {}}).all_day(today);
    CHECK(lately > long_ago);
    CHECK(long_ago > before);
    for (const int wrong : {0, 1, 30'000, -20'000}) {
        hours.back().day = base::add_days(today, wrong);
        CHECK(learn(hours, {}, today, {PeriodKind::day, cents(5000), {}}).all_day(today) == before);
    }
    hours.back() = {today - std::chrono::years(0), 99, -5, {cents(-20)}, cents(-3), Percent()};
    CHECK(learn(hours, {}, today, {PeriodKind::day, cents(5000), {}}).all_day(today) == before);
}

TEST_CASE("money that lasts has the price 1, and half of it about twice that, all day long") {
    const auto habit = learnt();
    CHECK(price(habit, at(habit, 8 * 60, 20'000, 20'000)) == 1);
    const double morning = price(habit, at(habit, 10 * 60, 5000));
    CHECK(morning > 1.9);
    CHECK(morning < 3.4);  // with what is held back for chance
    CHECK(price(habit, at(habit, 15 * 60, 2500)) == Approx(2.2).margin(0.2));
    CHECK(price(habit, at(habit, 19 * 60, 500)) == Approx(2.0).margin(0.3));
    CHECK(price(habit, at(habit, 15 * 60, 1250)) > price(habit, at(habit, 15 * 60, 2500)));
    CHECK(price_of_money(habit, at(habit, 15 * 60, 0)) == dearest_money);
    CHECK(price(habit, at(habit, 23 * 60 + 59, 100)) == 1);
}

TEST_CASE("a day with twice as many cases is noticed as it goes") {
    const auto habit = learnt();
    auto busy = at(habit, 15 * 60, 2500);
    const auto usual = price(habit, busy);
    for (auto& asked : busy.asked) asked = asked * 2;
    busy.cases *= 2;
    CHECK(price(habit, busy) > 1.2 * usual);
}

TEST_CASE("a held price stays until the new one is clearly another") {
    const auto habit = learnt();
    auto standing = at(habit, 12 * 60, 4000);
    const auto fresh = price_of_money(habit, standing);
    REQUIRE(fresh > no_scarcity);
    for (const int percent : {96, 100, 104}) {
        standing.held = Percent::basis_points(fresh.basis_points() * percent / 100);
        CHECK(price_of_money(habit, standing) == standing.held);
    }
    for (const int percent : {60, 160}) {
        standing.held = Percent::basis_points(fresh.basis_points() * percent / 100);
        CHECK(price_of_money(habit, standing) == fresh);
    }
}

TEST_CASE("between two gifts of a small budget the price goes one way only") {
    auto limit = 3000;  // three cases' worth
    const auto habit = learnt(limit);
    auto standing = at(habit, 10 * 60, limit, limit);
    std::vector<Percent> prices;
    for (int minute = 10 * 60; minute < 20 * 60; minute += 5) {
        const auto meant = standing.meant;
        const auto held = standing.held;
        standing = at(habit, minute, limit, limit);
        standing.meant = meant;
        standing.held = held;
        standing.held = price_of_money(habit, standing);
        if (prices.empty() || prices.back() != *standing.held) prices.push_back(*standing.held);
    }
    REQUIRE(prices.size() > 1);
    CHECK(prices.size() <= 12);
    CHECK(std::is_sorted(prices.rbegin(), prices.rend()));
}

TEST_CASE("a change of the clocks neither loses nor doubles what is to come by more than its hour") {
    const auto habit = learnt();
    for (const CivilDate changed :
         {CivilDate{std::chrono::year{2026} / 3 / 29}, CivilDate{std::chrono::year{2026} / 10 / 25}}) {
        const auto name = period_of(PeriodKind::week, changed);
        Standing standing;
        standing.period = *span_of(name);
        standing.limit = standing.left = cents(30'000);
        std::optional<Money> before;
        for (int minute = 0; minute < 24 * 60; ++minute) {  // the wall clock skips or repeats some of these
            standing.now = {changed, minute};
            const auto to_come = outlook(habit, standing).to_come;
            if (before) CHECK(to_come <= *before);
            before = to_come;
        }
    }
}

TEST_CASE("cases alike share their lot for ten minutes, wherever they are reported") {
    const LocalTime now{today, 14 * 60 + 7};
    const auto lot = lot_of("Corner Market", now, "failure 2");
    CHECK(lot == lot_of("Corner Market", {today, 14 * 60}, "failure 2"));
    CHECK(lot == lot_of("Corner Market", {today, 14 * 60 + 9}, "failure 2"));
    CHECK(lot != lot_of("Corner Market", {today, 14 * 60 + 10}, "failure 2"));
    CHECK(lot != lot_of("Corner Market", now, "failure 3"));
    std::int64_t sum = 0;
    for (int minute = 0; minute < 24 * 60; minute += 10)
        for (int day = 0; day < 100; ++day) {
            const auto one = lot_of("Corner Market", {base::add_days(today, day), minute}, "delight");
            REQUIRE(one >= Percent::basis_points(1));
            REQUIRE(one <= Percent::whole(100));
            sum += one.basis_points();
        }
    CHECK(static_cast<double>(sum) / 14'400 == Approx(5000).margin(150));
}

TEST_CASE("the pace is said in words") {
    const auto habit = learnt();
    struct Row {
        int hour;
        std::int64_t left;
        Pace pace;
        const char* begins;
    };
    for (const auto& row : {Row{15, 2500, Pace::on_pace, "On pace: 50 % of today's money is given"},
                            Row{15, 500, Pace::ahead, "Ahead: 90 % of today's money is given, but only"},
                            Row{19, 4500, Pace::behind, "Behind: 10 % of today's money is given"}}) {
        const auto standing = at(habit, 60 * row.hour, row.left);
        CHECK(pace_of(habit, standing) == row.pace);
        CHECK_THAT(pace_words(habit, standing, PeriodKind::day), Catch::StartsWith(row.begins));
    }
    CHECK(price_words(habit, at(habit, 600, 5000), no_scarcity, dollars).empty());
    CHECK_THAT(price_words(habit, at(habit, 600, 5000), Percent::whole(200), dollars),
               Catch::StartsWith("Money is scarce: $50.00 is left"));
}

TEST_CASE("what fits the share stands for sure; else the cheapest with the chance of its share") {
    recovery::Offer dear, cheap;
    dear.cost = cents(800);
    cheap.cost = cents(400);
    const recovery::Compose compose = [&](const Period& money, std::optional<Money> most,
                                          const recovery::Draw&) {
        recovery::Offers offers;
        for (const auto& offer : {dear, cheap})
            if (money.fits(offer.cost, {}) && (!most || offer.cost <= *most)) offers.cards.push_back(offer);
        return offers;
    };
    Period money;
    money.limit.cost = cents(5000);
    Paced pace;
    pace.day = today;
    const auto cards = [&](int price, int lot) {
        pace.price = Percent::whole(price);
        pace.lot = Percent::whole(lot);
        return recovery::compose_paced(compose, money, pace, {}).offers.cards;
    };
    CHECK(cards(100, 100).size() == 2);
    CHECK(cards(150, 1) == std::vector{cheap});  // no draw gives the dear one instead
    CHECK(cards(200, 100) == std::vector{cheap});
    CHECK(cards(400, 50) == std::vector{cheap});  // share 2.00 of 4.00: half of all lots
    CHECK(cards(400, 51).empty());
    CHECK(cards(400, 1) == std::vector{cheap});  // a lucky lot is not a dearer gift
    money.limit.cost = Money{};
    const auto none_left = recovery::compose_paced(compose, money, pace, {});
    CHECK(none_left.offers.cards.empty());
    CHECK(none_left.paced.asked[0] == cents(600));  // still learnt: it was wished for
}
