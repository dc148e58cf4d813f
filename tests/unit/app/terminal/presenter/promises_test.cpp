#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using std::chrono::hours;

TEST_CASE("promises: soonest first, late ones said so", "[presenter]") {
    Counter counter;
    counter.sign_in();
    Status status = calm_status();
    status.promises = {promise("m1-1", "Call back", noon() - hours(1)),
                       promise("m1-2", "Keep one back", noon() + hours(4)),
                       promise("m1-3", "Deliver", noon() + hours(48))};
    counter.tell(status);
    CHECK(counter.body<Home>().tiles[3].line == "The first was due at 11:00");
    counter.touch("tile:promises");
    const auto& lines = counter.body<Promises>().lines;
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].due == "was due 11:00");
    CHECK(lines[0].late);
    CHECK(lines[1].due == "by 16:00");
    CHECK_FALSE(lines[1].late);
    CHECK(lines[2].due == "by 24 November 12:00");
    CHECK(lines[2].action == "Kept");
    CHECK(counter.body<Promises>().message.empty());
}

TEST_CASE("promises: none, and more than there is room for", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:promises");
    CHECK(counter.body<Promises>().message == "Nothing is due.");
    Status status = calm_status();
    for (int i = 0; i < 8; ++i)
        status.promises.push_back(promise("m1-" + std::to_string(i), "Call back", noon() + hours(i + 1)));
    counter.tell(status);
    CHECK(counter.body<Promises>().lines.size() == 6);
    CHECK(counter.body<Promises>().message == "2 more come after these.");
}

TEST_CASE("promises: kept is recorded once and leaves the list at once", "[presenter]") {
    Counter counter;
    counter.sign_in();
    Status status = calm_status();
    status.promises = {promise("m1-1", "Call back", noon() + hours(1))};
    counter.tell(status);
    counter.touch("tile:promises");
    counter.touch("promise:m1-1");
    counter.touch_again("promise:m1-1");
    counter.touch("promise:m9-9");
    CHECK(counter.asked("keep") == 1);
    CHECK(counter.asked_last() == "keep m1-1 by p1");
    counter.backend.kept.answer({});
    CHECK(counter.body<Promises>().lines.empty());
    CHECK(counter.screen().strip == "Kept: Call back.");
    counter.tell(status);  // from before it was kept
    CHECK(counter.body<Promises>().lines.empty());
    counter.touch("promise:m1-1");
    CHECK(counter.asked("keep") == 1);
}

TEST_CASE("promises: a failure is said and the promise stays", "[presenter]") {
    Counter counter;
    counter.sign_in();
    Status status = calm_status();
    status.promises = {promise("m1-1", "Call back", noon() + hours(1))};
    counter.tell(status);
    counter.touch("tile:promises");
    counter.touch("promise:m1-1");
    counter.backend.kept.answer(fail(ErrorKind::failed, "The disk is full. Free some space."));
    CHECK(counter.body<Promises>().lines.size() == 1);
    CHECK(counter.sheet() == "The disk is full. Free some space.");
}
