#include "app/terminal/presenter/money_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {

TodaysMoney money_of(const core::budget::Period& period, const Currency& currency) {
    const auto left = std::max(Money{}, period.limit.cost - period.spent_cost - period.reserved_cost);
    const auto kind = period.limit.kind;
    TodaysMoney view;
    view.figures = {{words::given_caption(kind), base::format(period.spent_cost, currency), {}},
                    {words::reserved, base::format(period.reserved_cost, currency), {}},
                    {words::left_caption(kind), base::format(left, currency),
                     words::of_limit(words::short_money(period.limit.cost, currency))}};
    return view;
}

Body MoneyPage::body(const Stage& stage) const {
    if (!stage.facts.status) return TodaysMoney{.icon = "clock", .message = words::asking};
    return money_of(stage.facts.status->money, stage.facts.setup.currency);
}

std::string MoneyPage::title() const {
    return words::todays_money;
}

void MoneyPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
