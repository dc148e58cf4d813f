#include <catch2/catch.hpp>

#include "app/terminal/presenter/rules_fields.hpp"
#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

namespace {

ports::Person olga() {
    return {PersonId("p6"), "Olga Petrova", "OP", ports::Role::owner};
}

RulesSeen in_force(std::uint64_t version = 7) {
    RulesSeen seen;
    seen.version = version;
    seen.budget = {core::budget::PeriodKind::day, Money::minor(15000), {}};
    for (const auto key : rule_keys()) seen.values[std::string(key)] = {"50 %", "50 %", "50 %", false, {}};
    seen.values["limits.most_cost_each"] = {"24.00", "8 gifts", "8 gifts", false, {}};
    seen.values["limits.cards"] = {"3", "3", "3", false, {}};
    seen.values["limits.pace"] = {"true", "true", "true", false, {}};
    seen.values["authority.clerk_worth"] = {};
    return seen;
}

// The rules as they are in force, and again as they would be with the draft.
void answer_looks(Counter& at, const RulesSeen& seen = in_force()) {
    at.backend.fake_rules.looks.answer(seen);
    while (at.backend.fake_rules.looks.count() > 0) at.backend.fake_rules.looks.answer(seen);
}

void open_rules(Counter& at, const ports::Person& who = olga(), const RulesSeen& seen = in_force()) {
    if (!at.screen().top.initials.empty()) at.touch("back");
    if (at.screen().top.initials.empty()) at.sign_in(who);
    at.touch("sign-out");
    at.touch("sheet:rules");
    answer_looks(at, seen);
}

const RulesView& view(const Counter& at) {
    return at.body<RulesView>();
}

const RuleField& field(const Counter& at, const std::string& id) {
    for (const auto& each : view(at).fields)
        if (each.id == id) return each;
    FAIL("no field " << id);
    return view(at).fields.front();
}

const RuleAction& action(const Counter& at, const std::string& id) {
    for (const auto& each : view(at).actions)
        if (each.id == id) return each;
    FAIL("no action " << id);
    return view(at).actions.front();
}

// Touches a field and enters a number; what is looked at meanwhile is answered so.
void enter(Counter& at, const std::string& id, const std::string& number,
           const RulesSeen& seen = in_force()) {
    at.touch("rule:" + id);
    for (const char key : number) at.touch(std::string("key:") + key);
    at.touch("sheet");
    while (at.backend.fake_rules.looks.count() > 0) at.backend.fake_rules.looks.answer(seen);
}

RulesSeen with(std::string key, const RuleValue& value) {
    RulesSeen seen = in_force();
    seen.values[std::move(key)] = value;
    return seen;
}

}  // namespace

TEST_CASE("The rules in force stand in their groups, and nothing is changed yet") {
    Counter at;
    open_rules(at);
    REQUIRE(at.shows<RulesView>());
    CHECK(field(at, "budget.cost").value == "$150.00");
    CHECK(field(at, "budget.worth").value == "No limit");
    CHECK(field(at, "budget.per").value == "Day");
    CHECK((field(at, "limits.pace").is_switch && field(at, "limits.pace").on));
    CHECK(view(at).note == "In force: version 7.");
    for (const char* id : {"changes", "undo", "redo", "try", "save"})
        CHECK_FALSE(action(at, id).unavailable.empty());
    at.touch("do:save");
    CHECK(at.screen().strip == "Nothing is changed yet. Touch what you want to be different.");
    at.touch("group:offers");
    CHECK(field(at, "limits.most_cost_each").value == "$24.00");
    CHECK(field(at, "limits.most_cost_each").line == "8 usual gifts");
}

TEST_CASE("A number is checked as it is typed, and a wrong one says the way out at its field") {
    Counter at;
    open_rules(at);
    at.touch("group:offers");
    at.touch("rule:limits.cards");
    REQUIRE(at.screen().sheet->number);
    CHECK(at.screen().sheet->number->hint == "Now 3");
    at.touch("sheet");
    CHECK(at.screen().sheet->number->message == "Type a number first, or go back.");
    at.type("9");
    CHECK(at.backend.fake_rules.looked_with == RuleChanges{{"limits.cards", "9"}});
    const auto wrong =
        with("limits.cards", {"3", "9", "3", true, "limits.cards = 9 can't be used; it must be 1 to 3."});
    answer_looks(at, wrong);
    CHECK(at.screen().sheet->number->message == "“Offers that cost” = 9 can't be used; it must be 1 to 3.");
    at.touch("sheet");
    answer_looks(at, wrong);
    CHECK(field(at, "limits.cards").wrong);
    CHECK(field(at, "limits.cards").value == "9");
    CHECK(action(at, "save").unavailable == "First put right what is wrong: Offers that cost.");
    CHECK(action(at, "try").unavailable == action(at, "save").unavailable);
}

TEST_CASE("An answer that came too late does not speak of another number") {
    Counter at;
    open_rules(at);
    at.touch("group:offers");
    at.touch("rule:limits.cards");
    at.type("9");
    at.type("\b");
    at.type("2");
    at.backend.fake_rules.looks.answer(with("limits.cards", {"3", "9", "3", true, "wrong"}));
    CHECK(at.screen().sheet->number->message.empty());
}

TEST_CASE("Each change can be undone, redone and taken back") {
    Counter at;
    open_rules(at);
    enter(at, "budget.cost", "120");
    at.touch("rule:limits.pace");
    answer_looks(at, with("limits.pace", {"false", "false", "true", true, {}}));
    auto& rules = at.backend.fake_rules;
    CHECK(rules.looked_with == RuleChanges{{"limits.pace", "false"}});
    CHECK(field(at, "budget.cost").value == "$120.00");
    CHECK(field(at, "budget.cost").line == "was $150.00");
    CHECK(action(at, "changes").text == "2 changes");
    CHECK(view(at).groups.front().badge == "2");
    CHECK(action(at, "undo").name == "Undo: Make it last");
    at.touch("do:undo");
    CHECK(rules.looked_with.empty());
    answer_looks(at);
    at.touch("do:undo");
    answer_looks(at);
    CHECK(field(at, "budget.cost").value == "$150.00");
    CHECK(action(at, "changes").text == "No changes");
    CHECK(action(at, "redo").name == "Redo: Budget");
    at.touch("do:redo");
    answer_looks(at);
    CHECK(field(at, "budget.cost").value == "$120.00");
    at.touch("do:changes");
    REQUIRE(at.screen().sheet->choices.size() == 2);
    CHECK(at.screen().sheet->choices.front().text == "Budget: $150.00 → $120.00");
    at.touch("sheet:budget.cost");
    answer_looks(at);
    CHECK(field(at, "budget.cost").value == "$150.00");
    at.touch("do:undo");
    answer_looks(at);
    CHECK(field(at, "budget.cost").value == "$120.00");
}

TEST_CASE("What is in force already is no change") {
    Counter at;
    open_rules(at);
    at.touch("group:offers");
    enter(at, "limits.most_cost_each", "24.00");
    CHECK(action(at, "changes").text == "No changes");
    at.touch("group:budget");
    enter(at, "budget.cost", "150");
    CHECK(action(at, "changes").text == "No changes");
}

TEST_CASE("Amounts are as the currency has them") {
    struct Case {
        const char *code, *typed, *asked;
    };
    for (const auto& [code, typed, asked] :
         {Case{"KWD", "12.750", "\"12.750\""}, Case{"JPY", "12.50", "\"1250\""},
          Case{"USD", "00.50", "\"0.50\""}}) {
        Setup setup = Counter::setup();
        setup.currency = *Currency::from_code(code);
        Counter at(setup);
        open_rules(at);
        at.touch("group:offers");
        enter(at, "limits.most_cost_each", typed);
        CHECK(at.backend.fake_rules.looked_with.at("limits.most_cost_each") == asked);
    }
    Counter at;
    open_rules(at);
    at.touch("rule:budget.cost");
    for (const char* key : {"1", ".", "2", "3", "4"}) at.touch(std::string("key:") + key);
    at.touch("sheet");
    CHECK(at.screen().sheet->number->message.find("more decimals than USD has") != std::string::npos);
    at.touch("sheet-other");
    at.touch("group:offers");
    at.touch("rule:limits.most_cost_each");
    at.touch("sheet:gifts");
    at.touch("key:6");
    at.touch("sheet");
    CHECK(at.backend.fake_rules.looked_with.at("limits.most_cost_each") == "\"6 gifts\"");
}

TEST_CASE("Saving tells what changes, saves all at once, and begins anew") {
    Counter at;
    open_rules(at);
    enter(at, "budget.cost", "120");
    at.touch("rule:limits.pace");
    answer_looks(at, with("limits.pace", {"false", "false", "true", true, {}}));
    at.touch("do:save");
    CHECK(at.sheet() == "Budget: $150.00 → $120.00\nMake it last: Yes → No");
    at.touch("sheet");
    CHECK(at.asked_last() == "save by p6");
    const auto& draft = at.backend.fake_rules.draft;
    CHECK(draft.based_on == 7);
    CHECK(draft.budget->cost == Money::minor(12000));
    CHECK(draft.changes == RuleChanges{{"limits.pace", "false"}});
    at.backend.fake_rules.saves.answer(8);
    CHECK(at.screen().strip == "Saved. Version 8 and the budget are in force.");
    answer_looks(at, in_force(8));
    CHECK(action(at, "changes").text == "No changes");
    CHECK(view(at).note == "In force: version 8.");
}

TEST_CASE("A large raise is signed for by a second person") {
    Counter at;
    open_rules(at, bo());
    enter(at, "budget.cost", "900");
    at.touch("do:save");
    at.touch("sheet");
    at.backend.fake_rules.saves.answer(fail(ErrorKind::needs_approval, "Two people sign for it."));
    CHECK(at.asked_last() == "approvers of rules by p2");
    at.backend.fake_rules.approvers_asked.answer(std::vector{olga()});
    REQUIRE(at.screen().sheet->signature);
    CHECK(at.screen().sheet->other == "Back to the rules");
    at.touch("sheet:season");
    at.type("123456");
    at.press(U'\n');
    CHECK(at.asked_last() == "save by p2 signed by p6 123456 season");
    at.backend.fake_rules.saves.answer(fail(ErrorKind::refused, "That PIN is not right."));
    CHECK(at.screen().sheet->signature->message == "That PIN is not right.");
    at.type("654321");
    at.press(U'\n');
    at.backend.fake_rules.saves.answer(7);
    CHECK_FALSE(at.screen().sheet);
    CHECK(at.screen().strip == "Saved. The budget is in force.");
}

TEST_CASE("The past is looked through as soon as something is changed, and once") {
    Counter at;
    open_rules(at);
    CHECK(at.backend.fake_rules.ready.empty());
    for (int i = 0; i < 2; ++i) {
        at.touch("rule:limits.pace");
        answer_looks(at);
    }
    CHECK(at.backend.fake_rules.ready == std::vector{7, 28});
}

TEST_CASE("Nobody signs: it is said, and the draft stays") {
    Counter at;
    open_rules(at, bo());
    enter(at, "budget.cost", "900");
    at.touch("do:save");
    at.touch("sheet");
    at.backend.fake_rules.saves.answer(fail(ErrorKind::needs_approval, "Two people sign for it."));
    at.backend.fake_rules.approvers_asked.answer(std::vector<ports::Person>{});
    CHECK(at.sheet() == "Nobody else who works here may sign for it.");
    at.touch("sheet");
    CHECK(action(at, "changes").text == "1 change");
}

TEST_CASE("A manager tries other rules out, and the owner saves them") {
    Counter at;
    open_rules(at, bo());
    at.touch("rule:limits.pace");
    answer_looks(at);
    CHECK(action(at, "save").unavailable == "Only the owner may change the rules. Ask one of them.");
    CHECK(action(at, "try").unavailable.empty());
    at.touch("do:save");
    CHECK(at.asked("save") == 0);
    at.touch("sign-out");
    at.touch("sheet:sign-out");
    at.backend.people_asked.answer(std::vector{olga()});
    at.type("123456");
    at.press(U'\n');
    at.backend.sign_ins.answer(olga());
    open_rules(at);
    CHECK(at.screen().strip == "These are the changes of Bo Lee. They are not saved yet.");
    CHECK(action(at, "save").unavailable.empty());
}

TEST_CASE("Head office's rules are shown and not changed here") {
    RulesSeen theirs = in_force();
    theirs.from_head_office = true;
    Counter at;
    open_rules(at, olga(), theirs);
    at.touch("group:good");
    CHECK(view(at).note == "These rules come from head office, and are changed there.");
    at.touch("rule:guards.never_above");
    CHECK(at.screen().strip == "These rules come from head office. Ask them to change it there.");
    CHECK_FALSE(at.screen().sheet);
    at.touch("group:budget");  // which is the store's own
    CHECK(field(at, "budget.cost").unavailable.empty());
    CHECK_FALSE(field(at, "limits.pace").unavailable.empty());
}

TEST_CASE("Rules that somebody else changed meanwhile go under the draft, and it is said") {
    Counter at;
    open_rules(at);
    at.touch("rule:limits.pace");
    answer_looks(at);
    at.touch("do:save");
    at.touch("sheet");
    at.backend.fake_rules.saves.answer(fail(ErrorKind::refused, "Somebody else changed this meanwhile."));
    CHECK(at.sheet() == "Somebody else changed this meanwhile.");
    answer_looks(at, in_force(9));
    at.touch("sheet");
    at.touch("do:save");
    at.touch("sheet");
    CHECK(at.backend.fake_rules.draft.based_on == 9);
    CHECK(at.backend.fake_rules.draft.changes.size() == 1);
}

TEST_CASE("Rules that can't be read say why") {
    Counter at;
    at.sign_in(olga());
    at.touch("sign-out");
    at.touch("sheet:rules");
    at.backend.fake_rules.looks.answer(
        fail(ErrorKind::refused, "own.toml has changes that were not published."));
    CHECK(view(at).message == "own.toml has changes that were not published.");
}
