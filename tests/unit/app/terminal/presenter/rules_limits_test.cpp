#include <catch2/catch.hpp>

#include "app/terminal/presenter/rules_fields.hpp"
#include "app/terminal/presenter/rules_limits.hpp"
#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

namespace {

LimitLine each_clerk() {
    return {.id = "a", .each = {"clerk"}, .per = "day", .cost = "20.00"};
}

RulesSeen with_limits(std::vector<LimitLine> limits) {
    RulesSeen seen;
    seen.version = 7;
    seen.budget = {core::budget::PeriodKind::day, Money::minor(15000), {}};
    for (const auto key : rule_keys()) seen.values[std::string(key)] = {"50 %", "50 %", "50 %", false, {}};
    seen.limits = std::move(limits);
    return seen;
}

void answer_looks(Counter& at, const RulesSeen& seen) {
    while (at.backend.fake_rules.looks.count() > 0) at.backend.fake_rules.looks.answer(seen);
}

void open_limits(Counter& at, const RulesSeen& seen) {
    at.sign_in({PersonId("p6"), "Olga Petrova", "OP", ports::Role::owner});
    at.touch("sign-out");
    at.touch("sheet:rules");
    at.backend.fake_rules.looks.answer(seen);
    answer_looks(at, seen);
    at.touch("group:limits");
}

const std::vector<RuleField>& fields(const Counter& at) {
    return at.body<RulesView>().fields;
}

std::vector<std::string> choices(const Counter& at) {
    std::vector<std::string> ids;
    for (const auto& choice : at.screen().sheet->choices) ids.push_back(choice.id);
    return ids;
}

void type_amount(Counter& at, const std::string& number) {
    REQUIRE(at.screen().sheet->number);
    at.type(number);
    at.touch("sheet");
}

const RuleChanges& asked(Counter& at) {
    return at.backend.fake_rules.looked_with;
}

}  // namespace

TEST_CASE("A limit is written as the document has it") {
    struct Case {
        LimitLine limit;
        std::string written, id;
    };
    const Case cases[] = {
        {each_clerk(), R"({ each = "clerk", per = "day", cost = "20.00" })", "each-clerk-a-day"},
        {{.each = {"clerk", "kind"},
          .per = "14 days",
          .from = "2026-11-22",
          .cost = "6 gifts",
          .worth = "9.00"},
         R"({ each = ["clerk", "kind"], per = "14 days", from = 2026-11-22, cost = "6 gifts", worth = "9.00" })",
         "each-clerk-kind-a-14-days"},
        {{.each = {"incident"}, .cost = "5.00"}, R"({ each = "incident", cost = "5.00" })", "each-incident"},
        {{.kind = "gift", .per = "week", .cost = "5.00"},
         R"({ kind = "gift", per = "week", cost = "5.00" })",
         "all-gift-a-week"},
    };
    for (const auto& each : cases) {
        CHECK(written_limit(each.limit) == each.written);
        CHECK(new_limit_id(each.limit, {}) == each.id);
    }
    CHECK(new_limit_id(each_clerk(), {{.id = "each-clerk-a-day"}, {.id = "each-clerk-a-day-2"}}) ==
          "each-clerk-a-day-3");
}

TEST_CASE("What can't stand beside each other goes") {
    const auto case_limit = with_each(each_clerk(), "incident", true);
    CHECK(case_limit.per.empty());
    CHECK(with_each(case_limit, "incident", false).per == "day");
    LimitLine of_gifts = each_clerk();
    of_gifts.kind = "gift";
    CHECK(with_each(of_gifts, "kind", true).kind.empty());
    CHECK(with_each(of_gifts, "customer", true).kind == "gift");
}

TEST_CASE("A limit is added: whom for, for how long, how much") {
    Counter at;
    open_limits(at, with_limits({}));
    REQUIRE(fields(at).size() == 1);
    CHECK(fields(at).front().title == "Add a limit");
    at.touch("rule:limit-add");
    at.touch("sheet:0");
    at.touch("sheet:week");
    CHECK(asked(at).empty());
    type_amount(at, "12.345");
    CHECK(at.screen().sheet->number->message ==
          "\"12.345\" has more decimals than USD has; round it to 12.35 if that is meant.");
    at.type("\b");
    at.touch("sheet");
    CHECK_FALSE(at.screen().sheet);
    CHECK(asked(at) ==
          RuleChanges{{"limit.each-clerk-a-week", R"({ each = "clerk", per = "week", cost = "12.34" })"}});
    answer_looks(
        at, with_limits({{.id = "each-clerk-a-week", .each = {"clerk"}, .per = "week", .cost = "12.34"}}));
    CHECK(fields(at).front().title == "Each clerk · a week");
    CHECK(fields(at).front().value == "$12.34");
    CHECK(fields(at).front().changed);
    at.touch("do:save");
    CHECK(at.screen().sheet->text == "Each clerk · a week: No limit → $12.34 a week");
    at.touch("sheet-other");
    at.touch("do:undo");
    CHECK(asked(at).empty());
}

TEST_CASE("A limit of each case has no period") {
    Counter at;
    open_limits(at, with_limits({}));
    at.touch("rule:limit-add");
    at.touch("sheet:2");
    type_amount(at, "9");
    CHECK(asked(at) == RuleChanges{{"limit.each-incident", R"({ each = "incident", cost = "9" })"}});
}

TEST_CASE("A limit is changed piece by piece, and each change is one to undo") {
    Counter at;
    const auto was = with_limits({each_clerk()});
    open_limits(at, was);
    const auto change = [&](const char* what) {
        at.touch("rule:limit.a");
        at.touch(std::string("sheet:") + what);
    };
    change("cost");
    CHECK(at.screen().sheet->number->hint == "Now $20.00");
    at.touch("sheet:gifts");
    type_amount(at, "6");
    CHECK(asked(at).at("limit.a") == R"({ each = "clerk", per = "day", cost = "6 gifts" })");
    LimitLine now = each_clerk();
    now.cost = "6 gifts";
    answer_looks(at, with_limits({now}));
    CHECK(fields(at).front().line == "was $20.00 a day");
    change("per");
    at.touch("sheet:days");
    type_amount(at, "400");
    CHECK(at.screen().sheet->number->message == "A period has 1 to 366 days; write it like \"14 days\".");
    for (int i = 0; i < 3; ++i) at.type("\b");
    type_amount(at, "14");
    CHECK(asked(at).at("limit.a")->find(R"(per = "14 days", from = )") != std::string::npos);
    at.touch("do:undo");
    CHECK(asked(at).at("limit.a") == R"({ each = "clerk", per = "day", cost = "6 gifts" })");
    answer_looks(at, with_limits({now}));
    change("each");
    at.touch("sheet:kind");
    at.touch("sheet:clerk");
    at.touch("sheet");
    CHECK(asked(at).at("limit.a") == R"({ each = "kind", per = "day", cost = "6 gifts" })");
    answer_looks(at, with_limits({now}));
    change("kind");
    at.touch("sheet:amount-off");
    CHECK(asked(at).at("limit.a") ==
          R"({ each = "clerk", kind = "amount-off", per = "day", cost = "6 gifts" })");
    answer_looks(at, with_limits({now}));
    change("cost");
    type_amount(at, "20.00");
    CHECK(asked(at).empty());  // as in force
}

TEST_CASE("A limit is taken out, and that is said before it is saved") {
    Counter at;
    open_limits(at, with_limits({each_clerk()}));
    at.touch("rule:limit.a");
    CHECK(choices(at) == std::vector<std::string>{"cost", "worth", "each", "kind", "per", "out"});
    at.touch("sheet:out");
    CHECK(asked(at) == RuleChanges{{"limit.a", std::nullopt}});
    answer_looks(at, with_limits({}));
    CHECK(fields(at).size() == 1);
    CHECK(at.body<RulesView>().groups[4].badge == "1");
    at.touch("do:changes");
    REQUIRE(at.screen().sheet->choices.size() == 2);
    CHECK(at.screen().sheet->choices[0].text == "Each clerk · a day: $20.00 a day → taken out");
    at.touch("sheet:limit.a");
    CHECK(asked(at).empty());
}

TEST_CASE("A limit that can't be used says why at its place, and is not saved") {
    Counter at;
    LimitLine twice = each_clerk();
    twice.id = "b";
    twice.problem = "The limits \"b\" and \"a\" speak of the same thing and period. Keep one of them.";
    open_limits(at, with_limits({each_clerk(), twice}));
    CHECK(fields(at)[1].wrong);
    CHECK(fields(at)[1].line == twice.problem);
    at.touch("rule:limit.a");
    at.touch("sheet:worth");
    type_amount(at, "9");
    answer_looks(at, with_limits({each_clerk(), twice}));
    at.touch("do:save");
    CHECK(at.screen().strip == "First put right what is wrong: Each clerk · a day.");
    at.touch("rule:limit.a");
    at.touch("sheet:worth");
    at.touch("sheet:none");
    CHECK(asked(at).empty());
}

TEST_CASE("More limits than fit stand on pages") {
    std::vector<LimitLine> limits;
    for (int i = 0; i < 9; ++i) limits.push_back({.id = std::to_string(i), .per = "day", .cost = "1"});
    Counter at;
    open_limits(at, with_limits(limits));
    const auto first = [&] { return fields(at).front().id; };
    CHECK(fields(at).size() == 6);
    CHECK(fields(at)[4].title == "1 to 4 of 9");
    at.touch("rule:limit-more");
    CHECK(first() == "limit.4");
    at.touch("rule:limit-more");
    CHECK(first() == "limit.8");
    CHECK(fields(at).size() == 3);
    CHECK(fields(at)[1].value == "Back to the first");
    at.touch("rule:limit-more");
    CHECK(first() == "limit.0");
}

TEST_CASE("Limits from head office are shown and not changed here") {
    auto theirs = with_limits({each_clerk()});
    theirs.from_head_office = true;
    Counter at;
    open_limits(at, theirs);
    for (const char* id : {"rule:limit.a", "rule:limit-add"}) {
        at.touch(id);
        CHECK_FALSE(at.screen().sheet);
        CHECK(at.screen().strip == "These rules come from head office. Ask them to change it there.");
    }
}

TEST_CASE("The budget may be for so many days") {
    Counter at;
    const auto seen = with_limits({});
    open_limits(at, seen);
    at.touch("group:budget");
    at.touch("rule:budget.per");
    at.touch("sheet:days");
    type_amount(at, "0");
    CHECK(at.screen().sheet->number->message.find("1 to 366 days") != std::string::npos);
    type_amount(at, "14");
    answer_looks(at, seen);
    CHECK(fields(at)[1].value == "14 days");
    CHECK(fields(at)[1].line == "was Day");
    at.touch("do:save");
    at.touch("sheet");
    const auto& budget = at.backend.fake_rules.draft.budget;
    REQUIRE(budget);
    CHECK(budget->kind == core::budget::PeriodKind::own);
    CHECK(budget->own.days == 14);
    CHECK(budget->own.from.ok());
}
