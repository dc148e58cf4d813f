#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using ports::JobState;

namespace {
Status in_doubt() {
    Status status = calm_status();
    status.jobs = {job("p1-1", JobState::queued), job("p1-2", JobState::unsure)};
    return status;
}
Counter& with_question(Counter& counter) {
    counter.sign_in();
    counter.tell(in_doubt());
    counter.wait(seconds(3));
    return counter;
}
}  // namespace

TEST_CASE("paper: home asks when nobody is touching anything", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.tell(in_doubt());
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().strip.find("Look at the paper") != std::string::npos);
    counter.wait(seconds(4));
    REQUIRE(counter.shows<PaperQuestion>());
    CHECK(counter.body<PaperQuestion>().title == "Did voucher MG-29-0000000017 come out whole?");
    CHECK(counter.screen().strip.empty());
    const Bitmap picture{8, 1, {0x55}};
    counter.backend.previews.answer(picture);
    CHECK(counter.body<PaperQuestion>().paper == picture);
}

TEST_CASE("paper: the clerk's answer is recorded once", "[presenter]") {
    struct Case {
        std::string touch, asked, said;
    };
    for (const Case& c :
         {Case{"whole", "paper p1-2 whole by p1", "Thank you. It counts."},
          Case{"torn", "paper p1-2 torn by p1", "Tear up what came out. A new one is being printed."}}) {
        Counter counter;
        with_question(counter);
        REQUIRE(counter.shows<PaperQuestion>());
        counter.touch(c.touch);
        counter.touch_again("whole");
        CHECK(counter.asked("paper") == 1);
        CHECK(counter.asked_last() == c.asked);
        counter.backend.papers.answer({});
        CHECK(counter.shows<Home>());
        CHECK(counter.screen().strip == c.said);
        counter.tell(in_doubt());  // from before the answer
        counter.wait(seconds(5));
        CHECK(counter.shows<Home>());
    }
}

TEST_CASE("paper: later comes back, but not at once", "[presenter]") {
    Counter counter;
    Setup setup = Counter::setup();
    with_question(counter);
    counter.touch("later");
    CHECK(counter.shows<Home>());
    counter.wait(seconds(60));
    CHECK(counter.shows<Home>());
    counter.touch("nowhere");
    counter.wait(seconds(61));
    CHECK(counter.shows<PaperQuestion>());
    counter.touch("back");
    CHECK(counter.shows<Home>());
}

TEST_CASE("paper: a customer in the middle is never interrupted", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.tell(in_doubt());
    counter.wait(seconds(60));
    CHECK(counter.shows<Offers>());
    CHECK(counter.screen().strip.find("Look at the paper") != std::string::npos);
    counter.touch("lamp:printer");
    CHECK(counter.screen().sheet->other.empty());
    counter.touch("card:o1-1.1");
    counter.backend.gives.answer(given());
    CHECK(counter.shows<Given>());
    counter.touch("next");
    CHECK(counter.shows<PaperQuestion>());
}

TEST_CASE("paper: the given screen waits a while before it asks", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.give();
    counter.tell(in_doubt());
    counter.wait(seconds(10));
    CHECK(counter.shows<Given>());
    CHECK(counter.body<Given>().paper_caption == "Not sure that it came out whole: look at it");
    counter.wait(seconds(8));
    CHECK(counter.shows<PaperQuestion>());
}

TEST_CASE("paper: nobody signed in is not asked", "[presenter]") {
    Counter counter;
    counter.tell(in_doubt());
    counter.wait(seconds(30));
    CHECK(counter.shows<SignIn>());
    CHECK(counter.screen().strip.empty());
}

TEST_CASE("paper: the printer lamp leads to the question", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.tell(in_doubt());
    CHECK(counter.screen().top.printer.text == "Look at the paper");
    counter.touch("lamp:printer");
    CHECK(counter.screen().sheet->action == "Look now");
    counter.touch("sheet");
    CHECK(counter.shows<PaperQuestion>());
}

TEST_CASE("paper: a customer's scan puts it off; an answer given elsewhere ends it", "[presenter]") {
    Counter counter;
    with_question(counter);
    SECTION("scan") {
        counter.scan("9520000000011");
        counter.backend.reports.answer(reported());
        CHECK(counter.shows<Offers>());
        counter.touch("back");
        CHECK(counter.shows<Home>());
    }
    SECTION("elsewhere") {
        counter.tell(calm_status());
        CHECK(counter.shows<Home>());
    }
}

TEST_CASE("paper: an answer that could not be kept is said", "[presenter]") {
    Counter counter;
    with_question(counter);
    counter.touch("whole");
    counter.backend.papers.answer(fail(ErrorKind::failed, "The disk is full. Free some space."));
    CHECK(counter.shows<PaperQuestion>());
    CHECK(counter.sheet() == "The disk is full. Free some space.");
}
