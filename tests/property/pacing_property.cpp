// The price of money, whatever a store has lived through and however wrong its clock is.
#include <vector>

#include "app/core/budget/pacing.hpp"
#include "tests/property/held.hpp"

using namespace makegood;
using namespace makegood::core::budget;
using tests::holds;

namespace {

const CivilDate day{std::chrono::year{2026} / 10 / 24};

std::int64_t number(std::int64_t least, std::int64_t most) {
    return *rc::gen::inRange<std::int64_t>(least, most + 1);
}

Money any_money() {
    return Money::minor(
        *rc::gen::element<std::int64_t>(number(0, 20), number(0, 20'000), number(0, base::money_limit)));
}

struct Random {
    std::vector<WishedHour> hours;
    std::vector<DayTaken> taken;
    Limit limit{*rc::gen::element(PeriodKind::day, PeriodKind::week, PeriodKind::month), any_money(), {}};
    Standing standing;

    Random() {
        for (auto rows = number(0, 40); rows > 0; --rows) {
            WishedHour row{base::add_days(day, static_cast<int>(number(-70, 5))),
                           static_cast<int>(number(-1, 24)),
                           number(0, 50),
                           {},
                           any_money(),
                           no_scarcity};
            for (auto& asked : row.asked) asked = any_money();
            hours.push_back(row);
            taken.push_back({row.day, any_money()});
        }
        standing.period = *span_of(period_of(limit.kind, day));
        standing.now = {base::add_days(day, static_cast<int>(number(-40, 40))),
                        static_cast<int>(number(0, 1439))};
        standing.limit = limit.cost;
        standing.left = Money::minor(number(0, limit.cost.minor()));
        standing.given = limit.cost - standing.left;
        for (auto& asked : standing.asked) asked = any_money();
        standing.meant = any_money();
        standing.cases = number(0, 1000);
        if (number(0, 1) == 1) standing.held = Percent::basis_points(number(10'000, 1'000'000));
    }
    Habit habit() const { return learn(hours, taken, day, limit); }
};

}  // namespace

TEST_CASE("money has a price from 1 to the dearest, and the same one each time") {
    holds("price within its bounds", [] {
        const Random any;
        const auto price = price_of_money(any.habit(), any.standing);
        RC_ASSERT(price >= no_scarcity && price <= dearest_money);
        RC_ASSERT(price == price_of_money(any.habit(), any.standing));
        const auto outlook_now = outlook(any.habit(), any.standing);
        RC_ASSERT(outlook_now.to_come >= Money{} && outlook_now.gone <= Percent::whole(100));
        RC_ASSERT(any.habit().take_up >= Percent() && any.habit().take_up <= Percent::whole(400));
    });
}

TEST_CASE("less money left for the same time never lowers the price") {
    holds("price rises as money goes", [] {
        Random any;
        const auto habit = any.habit();
        auto less = any.standing;
        less.left = Money::minor(number(0, any.standing.left.minor()));
        RC_ASSERT(price_of_money(habit, less) >= price_of_money(habit, any.standing));
        less.given = less.limit - less.left;  // it was given, not cut
        RC_ASSERT(price_of_money(habit, less) >= price_of_money(habit, any.standing));
    });
}

TEST_CASE("a share is never more than the wish, and a lot never asks for less than its share") {
    holds("shares", [] {
        Paced pace;
        pace.wish = any_money();
        pace.price = Percent::basis_points(number(10'000, 1'000'000));
        pace.share = fair_share(pace.wish, pace.price);
        pace.lot = lot_of("Corner Market", {day, static_cast<int>(number(0, 1439))}, "delight");
        RC_ASSERT(pace.share >= Money{} && pace.share <= pace.wish);
        RC_ASSERT(pace.by_lot() >= pace.share);
        RC_ASSERT(pace.chance(any_money()) <= Percent::whole(100));
    });
}
