#include "app/terminal/presenter/what_if_screen.hpp"

#include "app/terminal/presenter/rules_screen.hpp"
#include "app/terminal/presenter/rules_words.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {

std::string WhatIfPage::title() const {
    return words::what_if_title;
}

void WhatIfPage::shown(Stage& stage) {
    run(days_, stage);
}

void WhatIfPage::left(Stage& stage) {
    if (running_) stage.backend.rules().stop_trying();
}

void WhatIfPage::run(int days, Stage& stage) {
    if (running_) stage.backend.rules().stop_trying();
    const auto run = ++runs_;
    days_ = days;
    percent_ = 0;
    page_ = 0;
    running_ = true;
    tried_.reset();
    trouble_.clear();
    const auto percent = [this, run](Result<int> done) {
        if (run == runs_ && done) percent_ = *done;
    };
    const auto answer = [this, run](Result<service::WhatIf> tried) {
        if (run != runs_) return;
        running_ = false;
        if (tried)
            tried_ = std::move(*tried);
        else
            trouble_ = tried.error().sentence;
    };
    stage.backend.rules().try_out(stage.facts.drafts.now(), days, stage.here<int>(percent),
                                  stage.here<service::WhatIf>(answer));
}

Body WhatIfPage::body(const Stage& stage) const {
    WhatIfView view;
    if (tried_) view = what_if_view(*tried_, page_, stage.facts);
    view.spans = {{"week", words::last_week, words::last_week, {}, days_ == tried_week},
                  {"month", words::last_month, words::last_month, {}, days_ == tried_month}};
    view.actions = {{"back", words::back_to_rules, words::back_to_rules, {}, false},
                    {"save", words::save, words::save, {}, true}};
    if (running_) {
        view.percent = percent_;
        view.message = words::trying(percent_);
    } else if (!tried_) {
        view.icon = "exclamation";
        view.message = trouble_;
    }
    return view;
}

void WhatIfPage::touched(const std::string& id, Stage& stage) {
    if (id == "do:back") stage.go(std::make_unique<RulesPage>());
    if (id == "do:save") stage.go(std::make_unique<RulesPage>(true));
    if (id == "do:week") run(tried_week, stage);
    if (id == "do:month") run(tried_month, stage);
    if (id == "more" && tried_) page_ = (page_ + 1) % case_pages(*tried_);
}

void WhatIfPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
