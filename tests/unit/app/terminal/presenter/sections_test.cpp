// The manager's screens beside each other.
#include <catch2/catch.hpp>

#include "app/terminal/presenter/sections.hpp"
#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

namespace {

std::string chosen(const Screen& screen) {
    std::string ids;
    for (const auto& tab : screen.sections)
        if (tab.chosen) ids += tab.id;
    return ids;
}

Setup managers_setup() {
    Setup setup = Counter::setup();
    setup.manager_first = true;
    return setup;
}

}  // namespace

TEST_CASE("sections: the initials lead to each, and each to the others", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    CHECK(counter.screen().sections.empty());
    counter.touch("sign-out");
    REQUIRE(counter.screen().sheet);
    const auto& choices = counter.screen().sheet->choices;
    const auto tabs = section_tabs("money");
    REQUIRE(choices.size() == tabs.size() + 1);
    for (std::size_t i = 0; i < tabs.size(); ++i) CHECK(choices[i].text == tabs[i].text);
    counter.touch("sheet:money");
    for (const auto& tab : tabs) {
        counter.touch("section:" + tab.id);
        CHECK(chosen(counter.screen()) == tab.id);
        CHECK(counter.screen().back == "Home");
    }
    counter.touch("section:money");
    CHECK(counter.shows<TodaysMoney>());
    counter.touch("back");
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().sections.empty());
}

TEST_CASE("sections: nobody reaches one from the counter by its name", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    counter.touch("section:people");
    CHECK(counter.shows<Home>());
    Counter clerks;
    clerks.sign_in();
    clerks.touch("section:money");
    clerks.touch("sign-out");
    clerks.touch("sheet:money");
    CHECK(clerks.shows<Home>());
}

TEST_CASE("sections: touching the one that is shown asks for nothing again", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    counter.touch("sign-out");
    counter.touch("sheet:people");
    const auto asked = counter.backend.staff_asked.count();
    counter.touch("section:people");
    CHECK(counter.backend.staff_asked.count() == asked);
}

TEST_CASE("sections: a window of the manager begins with the money, for managers", "[presenter]") {
    Counter counter(managers_setup());
    counter.sign_in(bo());
    CHECK(counter.shows<TodaysMoney>());
    counter.touch("back");
    CHECK(counter.shows<Home>());
    Counter clerks(managers_setup());
    clerks.sign_in();
    CHECK(clerks.shows<Home>());
    CHECK(clerks.screen().strip == "Those screens are for managers. This is the counter.");
}

TEST_CASE("sections: a manager who goes away is signed out there too", "[presenter]") {
    Counter counter(managers_setup());
    counter.sign_in(bo());
    counter.wait(counter.setup().idle + seconds(1));
    CHECK(counter.shows<SignIn>());
    CHECK(counter.screen().sections.empty());
}
