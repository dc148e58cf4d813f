#include "app/terminal/presenter/rules_screen.hpp"

#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {

Body RulesPage::body(const Stage& stage) const {
    Rules view{.message = words::rules_are_changed};
    if (!stage.facts.status) return view;
    const auto& limit = stage.facts.status->money.limit;
    const auto& currency = stage.facts.setup.currency;
    view.lines.push_back({words::budget_per(limit.kind), base::format(limit.cost, currency)});
    if (limit.worth) view.lines.push_back({words::worth_at_most, base::format(*limit.worth, currency)});
    return view;
}

std::string RulesPage::title() const {
    return words::rules;
}

void RulesPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
