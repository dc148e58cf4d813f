#include "app/service/money_now.hpp"

#include <cstdlib>

#include "app/core/budget/ratio.hpp"

namespace makegood::service {
namespace {

using core::budget::Habit;
using core::budget::LocalTime;
using core::budget::Period;
using core::budget::Standing;

LocalTime local_time_at(const Desk& desk, Instant instant) {
    const auto text = desk.clock.local_time(instant);  // "14:07"
    const int hour = std::atoi(text.substr(0, 2).c_str()), minute = std::atoi(text.substr(3).c_str());
    return {desk.clock.local_date(instant), 60 * hour + minute};
}

// Learnt of whole days, so once a day is enough.
Result<Habit> habit_of(Desk& desk, CivilDate today, const core::budget::Limit& limit) {
    if (desk.habit && desk.habit->day == today && desk.habit->limit == limit) return desk.habit->habit;
    const core::budget::Span days{base::add_days(today, -core::budget::days_remembered),
                                  base::add_days(today, -1)};
    const auto hours = desk.store.wished(days);
    if (!hours) return fail(hours.error());
    const auto taken = desk.store.taken(days);
    if (!taken) return fail(taken.error());
    desk.habit = {today, limit, core::budget::learn(*hours, *taken, today, limit)};
    return desk.habit->habit;
}

// Its day is the one whose money is given out, whatever the clock says.
Result<Standing> standing_of(Desk& desk, const Period& money) {
    Standing standing;
    standing.now = local_time_at(desk, money_time(desk));
    standing.period =
        core::budget::span_of(money.name).value_or(core::budget::Span{standing.now.date, standing.now.date});
    standing.limit = money.limit.cost;
    standing.left = std::max(Money{}, money.limit.cost - money.reserved_cost - money.spent_cost);
    standing.given = money.reserved_cost + money.spent_cost;
    const auto hours = desk.store.wished(standing.period);
    if (!hours) return fail(hours.error());
    for (const auto& hour : *hours) {
        for (std::size_t step = 0; step < hour.asked.size(); ++step) standing.asked[step] += hour.asked[step];
        standing.meant += hour.meant;
        standing.cases += hour.cases;
    }
    if (!hours->empty()) standing.held = hours->back().price;
    return standing;
}

struct View {
    Habit habit;
    Standing standing;
    Percent price = core::budget::no_scarcity;
};

Result<View> look(Desk& desk, const Period& money) {
    View view;
    auto standing = standing_of(desk, money);
    if (!standing) return fail(standing.error());
    view.standing = *standing;
    auto habit = habit_of(desk, view.standing.now.date, money.limit);
    if (!habit) return fail(habit.error());
    view.habit = *habit;
    if (desk.settings.policy.paces) view.price = core::budget::price_of_money(view.habit, view.standing);
    return view;
}

// What neighbours in a queue have in common, and what stays when somebody reports the same again.
std::string kind_of_case(const core::incident::Incident& incident) {
    switch (incident.kind) {
        case core::incident::Kind::stock_out:
            return "stock-out " + incident.article.text();
        case core::incident::Kind::service_failure:
            return "failure " + std::to_string(static_cast<int>(incident.failure));
        case core::incident::Kind::delight:
            return "delight";
    }
    return {};
}

}  // namespace

Percent lot_of_case(const Desk& desk, const core::incident::Incident& incident, Instant at) {
    return core::budget::lot_of(desk.shop.store, local_time_at(desk, at), kind_of_case(incident));
}

Result<core::budget::Paced> pace_of_case(Desk& desk, const Period& money,
                                         const core::incident::Incident& incident) {
    const auto view = look(desk, money);
    if (!view) return fail(view.error());
    core::budget::Paced pace;
    pace.day = view->standing.now.date;
    pace.hour = view->standing.now.minute / 60;
    pace.price = view->price;
    pace.lot = lot_of_case(desk, incident, desk.clock.now());
    pace.why = core::budget::price_words(view->habit, view->standing, view->price, desk.currency);
    return pace;
}

Result<MoneyNow> money_now(Desk& desk) {
    auto period = current_period(desk);
    if (!period) return fail(period.error());
    const auto view = look(desk, *period);
    if (!view) return fail(view.error());
    const auto running = desk.store.vouchers_running(view->standing.period);
    if (!running) return fail(running.error());
    const auto past = desk.store.voucher_past(view->standing.now.date);
    if (!past) return fail(past.error());
    MoneyNow now;
    now.period = std::move(*period);
    now.likely = core::budget::likely_spent(now.period.reserved_cost, *running, *past);
    now.pace = core::budget::pace_of(view->habit, view->standing);
    now.pace_words = core::budget::pace_words(view->habit, view->standing, now.period.limit.kind);
    now.price = view->price;
    now.price_words = core::budget::price_words(view->habit, view->standing, view->price, desk.currency);
    Money out;
    for (const auto& some : *running) {
        now.vouchers += some.running;
        out += some.value * some.running;
    }
    const auto back = core::budget::likely_spent(out, *running, *past);
    now.come_back = Percent::basis_points(core::budget::ratio(back.minor(), 10'000, out.minor()));
    now.habit = view->habit;
    now.standing = view->standing;
    return now;
}

}  // namespace makegood::service
