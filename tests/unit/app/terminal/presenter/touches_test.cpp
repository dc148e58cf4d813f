// How many touches lie between home and paper, and that answers may come late, in any order, or never.
#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

TEST_CASE("touches: scanned, at most two from home to paper", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.scan("9520000000011");
    counter.backend.reports.answer(reported());
    counter.touch("card:" + counter.body<Offers>().cards.front().id);
    counter.backend.gives.answer(given());
    CHECK(counter.shows<Given>());
    CHECK(counter.backend.previews.count() == 1);
    CHECK(counter.touches <= 2);
}

TEST_CASE("touches: searched by two letters, at most three beside the letters", "[presenter]") {
    const bool typed = GENERATE(true, false);
    Counter counter;
    counter.sign_in();
    if (!typed) counter.touch("tile:stock-out");
    counter.type("co");
    counter.backend.searches.answer(std::vector{found("100", "Coconut oil 400 ml")});
    counter.touch("article:" + counter.body<Search>().found.front().id);
    counter.backend.reports.answer(reported());
    counter.touch("card:" + counter.body<Offers>().cards.front().id);
    counter.backend.gives.answer(given());
    CHECK(counter.shows<Given>());
    CHECK(counter.touches == (typed ? 2 : 3));
}

TEST_CASE("touches: something went wrong, made good in three and a card", "[presenter]") {
    Counter counter;
    counter.sign_in();
    for (const char* id : {"tile:failure", "kind:waited-too-long", "action"}) counter.touch(id);
    counter.backend.reports.answer(reported());
    counter.touch("card:o1-1.1");
    counter.backend.gives.answer(given());
    CHECK(counter.shows<Given>());
    CHECK(counter.touches == 4);
}

TEST_CASE("late: answers after the screen has moved on change nothing", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.search("co");
    counter.touch("back");
    counter.backend.searches.answer(std::vector{found("100", "Coconut oil 400 ml")});
    CHECK(counter.shows<Home>());
    counter.give();
    counter.touch("next");
    counter.backend.previews.answer(Bitmap{8, 1, {0xFF}});
    CHECK(counter.shows<Home>());
    counter.search("co");
    CHECK(counter.body<Search>().found.empty());
}

TEST_CASE("late: after ten seconds the person may go on; the late case is closed", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.scan("9520000000011");
    counter.touch("tile:failure");
    CHECK(counter.shows<Home>());
    counter.wait(seconds(10));
    counter.touch("tile:failure");
    CHECK(counter.shows<Failure>());
    counter.backend.reports.answer(reported());
    CHECK(counter.shows<Failure>());
    CHECK(counter.asked_last() == "close i1-1 left by p1");
}

TEST_CASE("late: a recovery that was given after all is said", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("card:o1-1.1");
    counter.wait(seconds(5));
    counter.touch("back");
    CHECK(counter.shows<Offers>());
    CHECK(counter.screen().strip == "One moment: it is still being recorded.");
    counter.wait(seconds(10));
    counter.touch("back");
    CHECK(counter.shows<Home>());
    CHECK(counter.asked("close") == 0);
    counter.backend.gives.answer(given());
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().strip.find("was given after all") != std::string::npos);
}

TEST_CASE("late: answers that outlive the presenter are harmless", "[presenter]") {
    FakeBackend backend;
    int changes = 0;
    {
        Presenter presenter(backend, Counter::setup(), {}, [&] { ++changes; });
        presenter.start(noon(), seconds(1));
    }
    const int before = changes;
    backend.people_asked.answer(std::vector{ann()});
    backend.statuses.answer(calm_status());
    CHECK(changes == before);
}

TEST_CASE("a status is asked for once at a time, and its failure is said", "[presenter]") {
    Counter counter;
    CHECK(counter.backend.statuses.count() == 1);
    counter.wait(seconds(10));
    CHECK(counter.backend.statuses.count() == 1);
    counter.backend.statuses.answer(fail(ErrorKind::failed, "The disk is full. Free some space."));
    CHECK(counter.screen().strip == "The disk is full. Free some space.");
    counter.wait(seconds(2));
    CHECK(counter.backend.statuses.count() == 1);
    counter.backend.statuses.answer(calm_status());
    CHECK(counter.screen().top.printer.text == "Printer");
}

TEST_CASE("nothing is drawn anew when nothing has changed", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.wait(seconds(1));
    const int before = counter.changes;
    counter.wait(seconds(20));
    counter.tell(calm_status());
    CHECK(counter.changes == before);
    counter.give();
    const int given = counter.changes;
    counter.wait(seconds(3));
    CHECK(counter.changes == given + 3);  // the countdown
}

TEST_CASE("touches of things that are not there do nothing", "[presenter]") {
    for (const char* id :
         {"",      "card:",       "card:o9-9.9", "tile:",    "tile:nothing",   "article:", "key:",
          "sheet", "sheet-other", "sheet:",      "promise:", "person:p9",      "whole",    "undo",
          "next",  "action",      "back",        "kind:",    "severity:worst", "context:", "lamp:",
          "\xFF",  "key:\xC3"}) {
        Counter counter;
        counter.sign_in();
        counter.touch(id);
        INFO(id);
        CHECK(counter.shows<Home>());
        CHECK(counter.backend.asked.empty());
    }
}
