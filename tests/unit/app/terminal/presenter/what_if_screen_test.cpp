#include "app/terminal/presenter/what_if_screen.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

namespace {

const ports::Person olga{PersonId("p6"), "Olga Petrova", "OP", ports::Role::owner};

RulesSeen seen() {
    RulesSeen rules;
    rules.version = 7;
    rules.budget = {core::budget::PeriodKind::day, Money::minor(15000), {}};
    rules.values["limits.pace"] = {"true", "true", "true", false, {}};
    return rules;
}

void answer_looks(Counter& at) {
    while (at.backend.fake_rules.looks.count() > 0) at.backend.fake_rules.looks.answer(seen());
}

// From sign-in to the screen, which has begun to try the last week.
void try_out(Counter& at) {
    at.sign_in(olga);
    at.touch("sign-out");
    at.touch("sheet:rules");
    answer_looks(at);
    at.touch("rule:limits.pace");
    answer_looks(at);
    at.touch("do:try");
}

service::WhatIf tried() {
    service::WhatIf made;
    made.days = {std::chrono::year(2026) / 11 / 15, std::chrono::year(2026) / 11 / 21};
    made.as_it_was.incidents = made.as_tried.incidents = 44;
    made.as_it_was.given = 40;
    made.as_tried.given = 30;
    made.as_tried.refused = 10;
    made.as_tried.sent_away = 2;
    made.as_it_was.cost = Money::minor(20000);
    made.as_tried.cost = Money::minor(15000);
    service::DayOutcome day{std::chrono::year(2026) / 11 / 17, {}, {}};
    day.as_it_was.cost = Money::minor(20000);
    day.as_tried.cost = Money::minor(15000);
    made.by_day = {day};
    for (int i = 0; i < 4; ++i) {
        service::Case each{.at = noon(), .title = "Case " + std::to_string(i), .was = "Voucher"};
        each.cost_was = Money::minor(500);
        each.why = "The money was used up.";
        made.cases.push_back(each);
    }
    return made;
}

const WhatIfView& view(const Counter& at) {
    return at.body<WhatIfView>();
}

}  // namespace

TEST_CASE("Progress is shown while the cases are run again, then what would be different") {
    Counter at;
    try_out(at);
    CHECK(at.asked_last() == "try 7");
    CHECK(at.backend.fake_rules.draft.changes == RuleChanges{{"limits.pace", "false"}});
    CHECK(view(at).percent == 0);
    at.backend.fake_rules.percent(42);
    CHECK(view(at).percent == 42);
    CHECK(view(at).message == "The cases are run again under your rules: 42 %");
    at.backend.fake_rules.tries.answer(tried());
    CHECK(view(at).percent == -1);
    REQUIRE(view(at).figures.size() == 4);
    CHECK(view(at).figures[0].tried == "30");
    CHECK(view(at).figures[0].was == "was 40 · 10 not given any more");
    CHECK(view(at).figures[1].tried == "$150");
    CHECK(view(at).figures[1].tried_share == 0.75);
    CHECK(view(at).figures[3].attention);
    REQUIRE(view(at).days.size() == 7);
    CHECK(view(at).days[2].was_share == 1);
    CHECK(view(at).days[2].tried_share == 0.75);
    CHECK(view(at).days[0].was_share == 0);
    CHECK(view(at).days[0].label == "15");
    CHECK(view(at).cases.front().was == "Voucher · $5");
    CHECK(view(at).cases.front().tried == "nothing");
    CHECK(view(at).more == "1 more");
    at.touch("more");
    CHECK(view(at).cases.front().title == "Case 3");
    at.touch("more");
    CHECK(view(at).cases.front().title == "Case 0");
}

TEST_CASE("Another time is tried instead, and an answer of the first one is not wanted any more") {
    Counter at;
    try_out(at);
    at.touch("do:month");
    CHECK(at.asked("stop") == 1);
    CHECK(at.asked_last() == "try 28");
    auto& tries = at.backend.fake_rules.tries;
    tries.answer(fail(ErrorKind::busy, "It was stopped."));
    CHECK(view(at).percent == 0);
    tries.answer(tried());
    CHECK(view(at).percent == -1);
}

TEST_CASE("Going away stops it, and the draft stays") {
    Counter at;
    try_out(at);
    at.touch("do:back");
    CHECK(at.asked_last() == "stop");
    answer_looks(at);
    CHECK(at.body<RulesView>().actions.front().text == "1 change");
    CHECK(at.screen().strip == "Here are your changes again. They are not saved yet.");
}

TEST_CASE("What was tried is saved from there") {
    Counter at;
    try_out(at);
    at.backend.fake_rules.tries.answer(tried());
    at.touch("do:save");
    answer_looks(at);
    CHECK(at.screen().sheet->title == "Put this into force?");
    at.touch("sheet");
    CHECK(at.asked_last() == "save by p6");
}

TEST_CASE("No cases, no difference and no answer are said") {
    Counter at;
    try_out(at);
    auto none = tried();
    none.cases.clear();
    at.backend.fake_rules.tries.answer(none);
    CHECK(view(at).nothing == "It makes no difference to any case of these days.");
    at.touch("do:week");
    none.as_it_was = none.as_tried = {};
    at.backend.fake_rules.tries.answer(none);
    CHECK(view(at).nothing == "There were no cases in these days. Try a longer time.");
    at.touch("do:week");
    at.backend.fake_rules.tries.answer(fail(ErrorKind::failed, "The journal can't be read."));
    CHECK(view(at).message == "The journal can't be read.");
}

TEST_CASE("An earlier version is put back as the next one") {
    Counter at;
    at.sign_in(olga);
    at.touch("sign-out");
    at.touch("sheet:rules");
    answer_looks(at);
    at.touch("group:versions");
    at.backend.fake_rules.versions_asked.answer(std::vector<RulesVersion>{
        {3, noon(), "Olga Petrova", false}, {2, noon(), "", false}, {1, noon(), "", true}});
    const auto& lines = at.body<VersionsView>().lines;
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].state == "in force");
    CHECK(lines[1].line == "22 November, 12:00 · At the machine itself");
    CHECK(lines[2].line == "22 November, 12:00 · Head office");
    at.touch("version:3");
    CHECK(at.screen().strip == "This version is in force.");
    at.touch("version:2");
    CHECK(at.screen().sheet->title == "Put version 2 back?");
    at.touch("sheet");
    CHECK(at.asked_last() == "put back 2 by p6");
    at.backend.fake_rules.saves.answer(4);
    CHECK(at.screen().strip == "Saved. Version 4 is in force.");
    at.touch("do:back");
    CHECK(at.shows<RulesView>());
}
