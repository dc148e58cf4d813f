#include "tests/gui/storybook/rules_stories.hpp"

#include "app/terminal/presenter/number_form.hpp"
#include "app/terminal/presenter/sections.hpp"
#include "app/terminal/presenter/versions_screen.hpp"
#include "app/terminal/presenter/what_if_screen.hpp"
#include "tests/gui/storybook/props.hpp"
#include "tests/gui/storybook/rules_props.hpp"

namespace makegood::tests::gui {
namespace {

using namespace terminal::presenter;

Screen behind_rules(decltype(Screen::body) body, std::string title) {
    Screen screen = screen_of(std::move(body), std::move(title));
    screen.top.sign_out = "Manage, or sign out";
    return screen;
}

Screen rules_screen(const RulesKnown& known, const Facts& facts) {
    Screen screen = behind_rules(rules_view(known, facts), "Rules");
    screen.sections = section_tabs("rules");
    return screen;
}

void add_groups(std::vector<Story>& all) {
    Facts facts = facts_of_owner();
    RulesKnown known = known_rules();
    all.push_back({"rules", rules_screen(known, facts), true});
    for (const char* group : {"tiers", "good"}) {
        known.group = group;
        all.push_back({std::string("rules-") + group, rules_screen(known, facts)});
    }
    facts.drafts.change("Most cost each", "limits.most_cost_each", "\"18.00\"");
    facts.drafts.change("Offers that cost", "limits.cards", "2");
    facts.drafts.change_budget("Budget",
                               {core::budget::PeriodKind::day, Money::minor(12000), Money::minor(40000)});
    known.drafted.values["limits.most_cost_each"] = {"18.00", "18.00", "8 gifts", true};
    known.drafted.values["limits.cards"] = {"2", "2", "3", true};
    known.group = "offers";
    Screen changed = rules_screen(known, facts);
    all.push_back({"rules-changed", changed, true});
    changed.sheet =
        Sheet{.title = "Put this into force?",
              .text = "Budget: $150.00 → $120.00\nMost cost each: $24.00 → $18.00\nOffers that cost: 3 → 2",
              .action = "Save",
              .other = "Not now"};
    all.push_back({"rules-save", changed, true});
    changed.sheet = Sheet{.title = "Not saved yet",
                          .text = "None of it is in force. Touch what you want to take back.",
                          .other = "Keep them"};
    changed.sheet->choices = {{"budget.cost", "", "Budget: $150.00 → $120.00"},
                              {"limits.most_cost_each", "", "Most cost each: $24.00 → $18.00"},
                              {"limits.cards", "", "Offers that cost: 3 → 2"},
                              {"all", "", "Take all back"}};
    all.push_back({"rules-changes", changed});
    changed.sheet = signature();
    changed.sheet->title = "Needs a manager";
    changed.sheet->text =
        "With what was added in the last 31 days, this raises the budget so far that two people sign for it. "
        "Maria Adler can sign as the second one.";
    changed.sheet->other = "Back to the rules";
    changed.sheet->choices = {{"more-customers", "", "More customers come", true},
                              {"season", "", "For the season"},
                              {"too-little", "", "It was too little"},
                              {"agreed", "", "It was agreed"}};
    all.push_back({"rules-signature", changed});
}

void add_hard_ones(std::vector<Story>& all) {
    Facts facts = facts_of_owner();
    RulesKnown known = known_rules();
    facts.drafts.change("A clerk", "authority.clerk", "\"90.00\"");
    known.group = "tiers";
    known.drafted.values["authority.clerk"] = {
        "90.00", "90.00", "5 gifts", true,
        "authority.clerk is above authority.supervisor (line 12); exchange them."};
    all.push_back({"rules-wrong", rules_screen(known, facts), true});
    facts = facts_of_owner();
    facts.person->role = ports::Role::manager;
    known = known_rules();
    known.in_force.from_head_office = true;
    known.group = "good";
    all.push_back({"rules-head-office", rules_screen(known, facts), true});
    known = known_rules();
    known.group = "limits";
    all.push_back({"rules-no-limits", rules_screen(known, facts)});
    known.in_force.limits = {{"a", {"clerk"}, "", "day", "", "20.00", "", ""},
                             {"b", {"clerk", "kind"}, "", "14 days", "2026-11-16", "6 gifts", "12 gifts", ""},
                             {"c", {"customer"}, "", "month", "", "15.00", "30.00", ""},
                             {"d", {"incident"}, "", "", "", "8 gifts", "", ""}};
    known.drafted.limits = known.in_force.limits;
    known.drafted.limits[0].cost = "25.00";
    known.drafted.limits.push_back(
        {"e",
         {},
         "amount-off",
         "day",
         "",
         "1.005",
         "",
         "limit.cost = \"1.005\" is not an amount in USD; write it like \"3.00\"."});
    facts = facts_of_owner();
    facts.drafts.change("Each clerk", "limit.a", "{}");
    facts.drafts.change("All", "limit.e", "{}");
    all.push_back({"rules-limits", rules_screen(known, facts), true});
    Screen asked = rules_screen(known, facts);
    asked.sheet = Sheet{.title = "Each clerk · a day", .text = "$25.00 a day", .other = "Back to the rules"};
    asked.sheet->choices = {{"cost", "", "What it may cost"}, {"worth", "", "What it may be worth"},
                            {"each", "", "Whom it is for"},   {"kind", "", "What counts"},
                            {"per", "", "For how long"},      {"out", "", "Take it out"}};
    all.push_back({"rules-limit", asked});
    facts = facts_of_owner("KWD");
    known = known_rules();
    known.in_force.budget = {core::budget::PeriodKind::month, Money::minor(999'999'999'999), {}};
    known.in_force.budget_elsewhere =
        "The budget is the store's, and is set at its hub: makegood-server budget set. The register shows "
        "what "
        "comes from there.";
    facts.drafts.begin(*facts.person, 7, known.in_force.budget);
    known.drafted.values["money.usual_gift"] = {"1.000", "1.000", ""};
    all.push_back({"rules-dinars", rules_screen(known, facts)});
    Screen german = rules_screen(known_rules(), facts_of_owner());
    auto& view = std::get<RulesView>(german.body);
    view.groups[1].text = "Höchstbeträge je Mitarbeiterrolle";
    view.groups[3].text = "Wiedergutmachungsgrenzen";
    view.fields[2].title = "Gesamtwert für Kundinnen und Kunden im Zeitraum";
    view.fields[2].value = "Unbeschränkt";
    view.fields[3].value = "Eingeschaltet";
    view.fields[3].title = "Gleichmäßig über den Tag verteilen";
    view.actions[0].text = "3 Änderungen";
    view.actions[3].text = "Ausprobieren";
    view.actions[4].text = "Speichern";
    view.note = "Gültig: Version 7. Die Filialgenossenschaft hat noch nichts anderes veröffentlicht.";
    all.push_back({"rules-german", german});
    all.push_back(
        {"rules-asking", behind_rules(RulesView{.icon = "clock", .message = "One moment"}, "Rules")});
}

void add_numbers(std::vector<Story>& all) {
    Screen screen = rules_screen(known_rules(), facts_of_owner());
    NumberForm form(*rule_info("limits.most_cost_each"), "Now $24.00", "8 gifts", true,
                    *Currency::from_code("USD"));
    screen.sheet = form.sheet();
    all.push_back({"rules-number", screen, true});
    form.touched("key:7");
    form.touched("key:.");
    for (const char* key : {"key:1", "key:2", "key:5"}) form.touched(key);
    form.say("“Most cost each”: \"7.125\" is not an amount in USD; write it like \"3.00\" or \"2 gifts\".");
    screen.sheet = form.sheet();
    all.push_back({"rules-number-wrong", screen, true});
    NumberForm dinars(*rule_info("budget.worth"), "Now 1250000.000 KWD", "", true,
                      *Currency::from_code("KWD"));
    for (const char* key : {"1", "2", "5", "0", "0", "0", "0", ".", "7", "5", "0"})
        dinars.touched(std::string("key:") + key);
    screen.sheet = dinars.sheet();
    all.push_back({"rules-number-dinars", screen});
}

Screen what_if(const service::WhatIf& tried, int days) {
    WhatIfView view = what_if_view(tried, 0, facts_of_owner());
    view.spans = {{"week", "Last week", "Last week", {}, days == 7},
                  {"month", "Last month", "Last month", {}, days != 7}};
    view.actions = {{"back", "Back to the rules", "Back to the rules", {}, false},
                    {"save", "Save", "Save", {}, true}};
    return behind_rules(view, "What would it change?");
}

void add_what_if(std::vector<Story>& all) {
    service::WhatIf tried = tried_week();
    all.push_back({"what-if", what_if(tried, 7), true});
    Screen running = what_if(tried, 7);
    auto& view = std::get<WhatIfView>(running.body);
    view = {.spans = view.spans, .actions = view.actions, .percent = 42};
    view.message = "The cases are run again under your rules: 42 %";
    all.push_back({"what-if-running", running, true});
    // All that can be said at once.
    tried.not_considered = {
        "Articles were imported since: the cases run again with the prices, costs and stock of now.",
        "Shelves were counted in these days. What stood there before that is taken from the catalogue, less "
        "what was given.",
        "The rules themselves changed 12 times in these days; what it was, was decided by the rules of then.",
        "This register shares the store's budget. Only its own cases run again, with the whole budget to "
        "themselves; what the other registers gave is not in these numbers.",
        "123 cases are left out of both: the article is not in the catalogue any more.",
        "In 1432 cases the rules of now alone would answer otherwise than was answered then; these "
        "differences do not come from what is tried."};
    tried.days.first = CivilDate(std::chrono::sys_days(tried.days.last) - std::chrono::days(27));
    for (int i = 8; i < 28; ++i) {
        auto day = tried.by_day[static_cast<std::size_t>(i % 6)];
        day.day = CivilDate(std::chrono::sys_days(tried.days.last) - std::chrono::days(i));
        tried.by_day.push_back(day);
    }
    for (auto& each : tried.cases) {
        each.title = "Kaltgepresstes Traubenkernöl aus kontrolliert biologischem Anbau 750 ml";
        each.was = each.would_be = "Gutscheinüberreichung mit Entschuldigungsschreiben der Geschäftsleitung";
        each.why =
            "Die Höchstgrenze für eine einzelne Wiedergutmachung ist jetzt niedriger als das, was damals "
            "überreicht wurde; das nächstbeste Angebot passt hinein.";
        each.cost_was = Money::minor(98'765'432'10);
    }
    tried.as_it_was.cost = tried.as_it_was.worth = Money::minor(98'765'432'10);
    tried.as_it_was.given = 19'876;
    all.push_back({"what-if-month", what_if(tried, 28), true});
    tried = tried_week();
    tried.as_tried = tried.as_it_was;
    tried.cases.clear();
    for (auto& day : tried.by_day) day.as_tried = day.as_it_was;
    all.push_back({"what-if-same", what_if(tried, 7)});
    service::WhatIf none;
    none.days = tried.days;
    all.push_back({"what-if-none", what_if(none, 7)});
}

void add_versions(std::vector<Story>& all) {
    const Facts facts = facts_of_owner();
    std::vector<RulesVersion> versions;
    for (std::uint64_t i = 9; i > 0; --i)
        versions.push_back({i, facts.now - std::chrono::hours(29 * (10 - i)),
                            i == 8   ? "Maximiliane Oberhuber-Schwarzenberger zu Hohenfels"
                            : i == 6 ? ""
                                     : "Olga Petrova",
                            i == 5});
    Screen list = behind_rules(versions_view(versions, 0, facts), "Versions of the rules");
    all.push_back({"rules-versions", list, true});
    list.sheet =
        Sheet{.title = "Put version 5 back?",
              .text =
                  "It becomes the next version, and is in force from then on. Nothing is lost: what holds "
                  "now stays in this list, and can be put back in the same way. The budget stays as it is.",
              .action = "Put back",
              .other = "Not now"};
    all.push_back({"rules-put-back", list});
    all.push_back(
        {"rules-versions-none", behind_rules(versions_view({}, 0, facts), "Versions of the rules")});
}

}  // namespace

void add_rules(std::vector<Story>& all) {
    add_groups(all);
    add_hard_ones(all);
    add_numbers(all);
    add_what_if(all);
    add_versions(all);
}

}  // namespace makegood::tests::gui
