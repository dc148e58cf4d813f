#include "tests/gui/storybook/manager_stories.hpp"

#include "tests/gui/storybook/money_stories.hpp"
#include "tests/gui/storybook/props.hpp"
#include "tests/gui/storybook/rules_stories.hpp"

namespace makegood::tests::gui {
namespace {

using namespace terminal::presenter;

const Lamp can_sign_in{Health::good, "Can sign in", {}}, locked{Health::bad, "Locked", {}};

void add_unmet(std::vector<Story>& all) {
    const std::string instead = "taken instead";
    Unmet list;
    list.lines = {
        {"128×", long_name, "asked for 128 times, 1640 pieces · 96 left without · cost us $1,204.10", instead,
         std::string("12 × ") + long_name},
        {"7×", "Coconut oil 400 ml", "asked for 7 times, 9 pieces · 3 left without · cost us $12.40", instead,
         "4 × Virgin coconut oil 800 ml"},
        {"5×", "Red curry paste 110 g", "asked for 5 times, 5 pieces · cost us $4.15", instead,
         "3 × Green curry paste 110 g"},
        {"2×", "Lemonade 1.5 L", "asked for 2 times, 6 pieces · 2 left without · cost us nothing", instead,
         "nothing"},
        {"1×", "Smoked salmon 200 g", "asked for once, 1 piece · cost us $1.50", instead,
         "1 × Smoked trout 125 g"}};
    list.lines.insert(list.lines.begin() + 2, {"6×", "oat milk barista", "asked for 6 times, not sold here"});
    list.lines.pop_back();
    list.message = "Asked for and not there in the last 30 days";
    list.more = "14 more";
    Screen full = managers(list, "What to order", "causes");
    all.push_back({"unmet", full, true});
    list.lines = {{"3×", "rooibos tea", "asked for 3 times, not sold here"},
                  {"1×", std::string(long_sentence).substr(0, 196), "asked for once, not sold here"}};
    list.more = "Back to the first";
    full.body = list;
    all.push_back({"unmet-words", full});
    Screen none = full;
    none.body = Unmet{.icon = "check", .message = "Nothing was missing in the last 30 days."};
    all.push_back({"unmet-none", none});
}

People people() {
    People list{.add = "Add somebody"};
    list.lines = {{"p1", "Ayşe Demir", "AD", "Clerk", can_sign_in},
                  {"p2", "Ben Carter", "BC", "Clerk", {Health::attention, "Waits 4 minutes", {}}},
                  {"p3", "Christiane Weber", "CW", "Supervisor", can_sign_in},
                  {"p4", "Jonas Lind", "JL", "Clerk", locked},
                  {"p5", "Maria Adler", "MA", "Manager", can_sign_in},
                  {"p6", "Olga Petrova", "OP", "Owner", can_sign_in}};
    return list;
}

void add_people(std::vector<Story>& all) {
    all.push_back({"people", managers(people(), "People", "people"), true});
    People many = people();
    many.lines.push_back(
        {"p7", "Maximiliane Oberhuber-Schwarzenberger zu Hohenfels", "MO", "Supervisor", locked});
    many.lines.push_back({"p8", "Zoë Ng", "ZN", "Clerk", {Health::attention, "Waits 16 minutes", {}}});
    many.more = "14 more";
    all.push_back({"people-many", managers(many, "People", "people"), true});
    Screen person = managers(people(), "People", "people");
    person.sheet = Sheet{.title = "Jonas Lind", .text = "Clerk · Locked", .other = "Back to the people"};
    const std::string owner = "Only the owner may give a role. Ask them.";
    person.sheet->choices = {{"pin", "", "Make a new PIN"},
                             {"role", "", "Change the role", false, owner},
                             {"unlock", "", "Open the sign-in"},
                             {"remove", "", "Take out"}};
    all.push_back({"people-one", person, true});
    Screen told = managers(people(), "People", "people");
    told.sheet = Sheet{.title = "481 902",
                       .text =
                           "This is the PIN of Jonas Lind. It is shown only now: let them learn it, and "
                           "nobody else. A new one can always be made.",
                       .action = "All right"};
    all.push_back({"people-pin", told, true});
    Screen role = managers(people(), "People", "people");
    role.sheet = Sheet{.title = "Jonas Lind", .text = "What may they do from now on?", .other = "Not now"};
    role.sheet->choices = {{"clerk", "", "Clerk", true},
                           {"supervisor", "", "Supervisor"},
                           {"manager", "", "Manager"},
                           {"owner", "", "Owner"}};
    all.push_back({"people-role", role});
    Screen asking = managers(People{.icon = "clock", .message = "One moment"}, "People", "people");
    all.push_back({"people-asking", asking});
    Screen behind = screen_of(failure(), "Something went wrong");
    behind.top.sign_out = "Manage, or sign out";
    behind.sheet = Sheet{.title = "Maria Adler",
                         .text = "This customer’s case is closed without giving anything.",
                         .other = "Stay"};
    for (const auto& tab : section_tabs()) behind.sheet->choices.push_back({tab.id, "", tab.text});
    behind.sheet->choices.push_back({"sign-out", "", "Sign out"});
    all.push_back({"sheet-manager", behind, true});
}

void add_new_person(std::vector<Story>& all) {
    const std::string owner =
        "Only the owner may do this for somebody who is not a clerk, or give a role. Ask them.";
    NewPerson model{.text = "Maya Adl",
                    .hint = "First and last name",
                    .roles = {{"clerk", "", "Clerk", true},
                              {"supervisor", "", "Supervisor", false, owner},
                              {"manager", "", "Manager", false, owner},
                              {"owner", "", "Owner", false, owner}},
                    .action = "Add",
                    .keyboard = letters()};
    all.push_back({"people-add", managers(model, "Add somebody"), true});
    model.text = "";
    model.unavailable = "Type a name first.";
    for (auto& role : model.roles) role.unavailable = "";
    all.push_back({"people-add-empty", managers(model, "Add somebody")});
}

}  // namespace

void add_manager(std::vector<Story>& all) {
    add_unmet(all);
    add_people(all);
    add_money(all);
    add_rules(all);
    add_registers(all);
    add_new_person(all);
}

}  // namespace makegood::tests::gui
