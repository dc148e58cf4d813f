#include "app/terminal/presenter/sections.hpp"

#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/money_screen.hpp"
#include "app/terminal/presenter/people_screen.hpp"
#include "app/terminal/presenter/registers_screen.hpp"
#include "app/terminal/presenter/rules_screen.hpp"
#include "app/terminal/presenter/tasks.hpp"
#include "app/terminal/presenter/unmet_screen.hpp"

namespace makegood::terminal::presenter {
namespace {

template <class Kind>
std::unique_ptr<Page> make() {
    return std::make_unique<Kind>();
}

struct Section {
    const char *id, *text;
    std::unique_ptr<Page> (*page)();
};
constexpr Section sections[] = {{"money", words::todays_money, make<MoneyPage>},
                                {"rules", words::rules, make<RulesPage>},
                                {"causes", words::causes, make<UnmetPage>},
                                {"people", words::people, make<PeoplePage>},
                                {"registers", words::registers, make<RegistersPage>}};

}  // namespace

bool may_manage(const ports::Person& person) {
    return person.role >= ports::Role::manager;
}

void begin(Stage& stage) {
    if (!stage.facts.setup.manager_first) return go_home(stage);
    if (may_manage(*stage.facts.person)) return stage.go(make<MoneyPage>());
    stage.say(words::managers_only);
    go_home(stage);
}

std::string news_at_rest(const Facts& facts) {
    if (!facts.status || !facts.status->warning.empty()) return facts.status ? facts.status->warning : "";
    const bool waits = facts.status->waiting > 0 && facts.person && may_manage(*facts.person);
    return waits ? words::wait_for_you(facts.status->waiting) : std::string();
}

std::vector<SectionTab> section_tabs(const std::string& chosen) {
    std::vector<SectionTab> tabs;
    for (const Section& section : sections) tabs.push_back({section.id, section.text, section.id == chosen});
    return tabs;
}

Sheet manager_sheet(const std::string& name, bool in_flow) {
    Sheet sheet{.title = name, .other = words::stay};
    if (in_flow) sheet.text = words::sign_out_in_flow;
    for (const Section& section : sections) sheet.choices.push_back({.id = section.id, .text = section.text});
    sheet.choices.push_back({.id = "sign-out", .text = words::sign_out});
    return sheet;
}

std::unique_ptr<Page> section_page(const std::string& id) {
    for (const Section& section : sections)
        if (section.id == id) return section.page();
    return nullptr;
}

}  // namespace makegood::terminal::presenter
