#include "app/terminal/presenter/people_screen.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using namespace std::chrono_literals;
using ports::Role;
using service::StaffMember;

namespace {

StaffMember member(const std::string& id, const std::string& name, Role role,
                   service::SignInState state = {}) {
    return {{PersonId(id), name, name.substr(0, 2), role}, state};
}

std::vector<StaffMember> staff() {
    return {member("p-ann", "Ann Miller", Role::clerk, {10, true, {}}),
            member("p-bo", "Bo Lee", Role::manager), member("p-cy", "Cy Young", Role::clerk, {6, false, 75s}),
            member("p-di", "Di Owen", Role::owner, {7, false, 110s})};
}

ports::Person owner() {
    return {PersonId("p-di"), "Di Owen", "DO", Role::owner};
}

void open_people(Counter& counter, const ports::Person& by) {
    counter.sign_in(by);
    counter.touch("sign-out");
    counter.touch("sheet:people");
    counter.backend.staff_asked.answer(staff());
}

const Choice& choice(const Sheet& sheet, const std::string& id) {
    for (const auto& each : sheet.choices)
        if (each.id == id) return each;
    throw std::out_of_range(id);
}

}  // namespace

TEST_CASE("people: each with role and state", "[presenter]") {
    Counter counter;
    open_people(counter, bo());
    CHECK(counter.screen().title == "People");
    const auto& lines = counter.body<People>().lines;
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].name == "Ann Miller");
    CHECK(lines[0].role == "Clerk");
    CHECK(lines[0].sign_in == Lamp{Health::bad, "Locked", ""});
    CHECK(lines[1].sign_in == Lamp{Health::good, "Can sign in", ""});
    CHECK(lines[2].sign_in == Lamp{Health::attention, "Waits 75 seconds", ""});
    CHECK(lines[3].sign_in == Lamp{Health::attention, "Waits 2 minutes", ""});
    CHECK(counter.body<People>().more.empty());
    counter.touch("back");
    CHECK(counter.shows<Home>());
}

TEST_CASE("people: more than fit are turned over", "[presenter]") {
    std::vector<StaffMember> many;
    for (int i = 0; i < 17; ++i)
        many.push_back(member("p" + std::to_string(i), "Person " + std::to_string(i), Role::clerk));
    CHECK(people_pages(many) == 3);
    CHECK(people_of(many, 0).more == "9 more");
    CHECK(people_of(many, 1).lines[0].name == "Person 8");
    CHECK(people_of(many, 2).lines.size() == 1);
    CHECK(people_of(many, 2).more == "Back to the first");
    CHECK(people_pages({}) == 1);
}

TEST_CASE("people: what may not be done says why, and is asked of nobody", "[presenter]") {
    const Currency dollars = *Currency::from_code("USD");
    struct Case {
        const char* whom;
        ports::Person by;
        const char* pin;
        const char* role;
        const char* unlock;
        const char* remove;
    };
    const Case cases[] = {
        {"p-ann", bo(), "", "Only the owner may", "", ""},
        {"p-cy", bo(), "", "Only the owner may", "", ""},
        {"p-di", bo(), "Only the owner may", "Only the owner may", "Only the owner may",
         "Only the owner may"},
        {"p-ann", owner(), "", "", "", ""},
        {"p-bo", owner(), "", "", "not locked", ""},
        {"p-di", owner(), "", "nobody changes their own", "", "nobody changes their own"},
    };
    for (const auto& each : cases)
        for (const auto& one : staff()) {
            if (one.person.id.text() != each.whom) continue;
            CAPTURE(each.whom, each.by.name);
            const auto sheet = member_sheet(one, each.by, dollars);
            const auto fits = [&](const char* id, const std::string& why) {
                const auto& said = choice(sheet, id).unavailable;
                return why.empty() ? said.empty() : said.find(why) != std::string::npos;
            };
            CHECK(fits("pin", each.pin));
            CHECK(fits("role", each.role));
            CHECK(fits("unlock", each.unlock));
            CHECK(fits("remove", each.remove));
        }
    Counter counter;
    open_people(counter, bo());
    counter.touch("member:p-di");
    counter.touch("sheet:remove");
    CHECK_THAT(counter.screen().strip, Catch::Contains("Only the owner may"));
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.asked("remove") == 0);
}

TEST_CASE("people: a new PIN is asked for twice and shown until it was read", "[presenter]") {
    Counter counter;
    open_people(counter, bo());
    counter.touch("member:p-ann");
    CHECK(counter.sheet() == "Clerk · Locked");
    counter.touch("sheet:pin");
    CHECK(counter.screen().sheet->title == "A new PIN for Ann Miller?");
    CHECK(counter.asked("pin of") == 0);
    counter.touch("sheet");
    CHECK(counter.asked_last() == "pin of p-ann by p2");
    counter.backend.pins.answer(std::string("481902"));
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->title == "481 902");
    counter.scan("9520000000011");
    counter.press(U'\n');
    counter.type("x");
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->title == "481 902");
    counter.touch("sheet");
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.shows<People>());
    CHECK(counter.backend.staff_asked.count() == 1);  // the state may be another one now
}

TEST_CASE("people: nobody's PIN stays on a screen that nobody looks at", "[presenter]") {
    Counter counter;
    open_people(counter, bo());
    counter.touch("member:p-ann");
    counter.touch("sheet:pin");
    counter.touch("sheet");
    counter.backend.pins.answer(std::string("481902"));
    counter.wait(Counter::setup().idle + 2s);
    CHECK(counter.shows<SignIn>());
    CHECK_FALSE(counter.screen().sheet);
}

TEST_CASE("people: roles, locks and leaving", "[presenter]") {
    Counter counter;
    open_people(counter, owner());
    counter.touch("member:p-bo");
    counter.touch("sheet:role");
    CHECK(choice(*counter.screen().sheet, "manager").chosen);
    counter.touch("sheet:manager");  // what they are already
    CHECK(counter.asked("role of") == 0);
    counter.touch("member:p-bo");
    counter.touch("sheet:role");
    counter.touch("sheet:clerk");
    CHECK(counter.asked_last() == "role of p-bo clerk by p-di");
    counter.backend.changes_of_people.answer({});
    CHECK(counter.screen().strip == "Bo Lee is now: clerk.");
    counter.backend.staff_asked.answer(staff());

    counter.touch("member:p-ann");
    counter.touch("sheet:unlock");
    CHECK(counter.asked_last() == "unlock p-ann by p-di");
    counter.backend.changes_of_people.answer(fail(ErrorKind::refused, "Not today."));
    CHECK(counter.sheet() == "Not today.");
    counter.touch("sheet");
    counter.backend.staff_asked.answer(staff());

    counter.touch("member:p-cy");
    counter.touch("sheet:remove");
    CHECK(counter.asked("remove") == 0);
    counter.touch("sheet");
    CHECK(counter.asked_last() == "remove p-cy by p-di");
    counter.backend.changes_of_people.answer({});
    CHECK(counter.screen().strip == "Cy Young can’t sign in any more.");
}

TEST_CASE("people: somebody is added, and their PIN is shown", "[presenter]") {
    Counter counter;
    open_people(counter, bo());
    counter.touch("add");
    CHECK(counter.body<NewPerson>().unavailable == "Type a name first.");
    counter.touch("action");
    CHECK(counter.screen().strip == "Type a name first.");
    counter.touch("key:m");
    counter.touch("key:y");
    counter.touch("key:\b");
    counter.touch("key:a");
    for (const char* key : {" ", " ", "a", "-", "b", " "}) counter.touch(std::string("key:") + key);
    CHECK(counter.body<NewPerson>().text == "Ma A-B ");
    counter.touch("role:owner");
    CHECK_THAT(counter.screen().strip, Catch::Contains("Only the owner may"));
    CHECK(counter.body<NewPerson>().roles[0].chosen);
    counter.touch("action");
    CHECK(counter.asked_last() == "add Ma A-B as clerk by p2");
    counter.backend.added.answer(
        service::AddedPerson{{PersonId("p-ma"), "Ma A-B", "MA", Role::clerk}, "550172"});
    CHECK(counter.shows<People>());
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->title == "550 172");
    CHECK_THAT(counter.sheet(), Catch::Contains("Ma A-B"));
}

TEST_CASE("people: an owner gives any role, and a name that is taken is told", "[presenter]") {
    Counter counter;
    open_people(counter, owner());
    counter.touch("add");
    counter.type("Bo Lee");
    counter.touch("role:supervisor");
    CHECK(counter.body<NewPerson>().roles[1].chosen);
    counter.press(U'\n');
    CHECK(counter.asked_last() == "add Bo Lee as supervisor by p-di");
    counter.backend.added.answer(fail(ErrorKind::refused, "\"Bo Lee\" works here already."));
    CHECK(counter.sheet() == "\"Bo Lee\" works here already.");
    counter.touch("sheet");
    CHECK(counter.body<NewPerson>().text == "Bo Lee");
}

TEST_CASE("people: a clerk finds no way there", "[presenter]") {
    Counter counter;
    counter.sign_in(ann());
    counter.touch("sign-out");
    counter.touch("sheet:people");
    CHECK_FALSE(counter.shows<People>());
    CHECK(counter.backend.staff_asked.count() == 0);
}
