#include <catch2/catch.hpp>

#include "app/terminal/presenter/given_screen.hpp"
#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using ports::JobState;
using ports::PrinterState;

TEST_CASE("given: the sentence, the place, and what comes next", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.give();
    const Given& view = counter.body<Given>();
    CHECK(view.title == "Virgin coconut oil 800 ml, free");
    CHECK(view.line == "Aisle 7 · 14 there · sticker on its way · recorded for head office");
    CHECK(view.sentence == "“Please take the large one, it is on us.”");
    CHECK(view.next == "Next customer");
    CHECK(counter.screen().title == "Done");
    CHECK(counter.screen().back.empty());
    counter.touch("next");
    CHECK(counter.shows<Home>());
}

TEST_CASE("given: without a head office nothing is said of one", "[presenter]") {
    Counter counter;
    counter.sign_in();
    Status status = calm_status();
    status.sync.set_up = false;
    counter.tell(status);
    counter.give();
    CHECK(counter.body<Given>().line == "Aisle 7 · 14 there · sticker on its way · recorded");
}

TEST_CASE("given: the countdown goes by steady time and ends with a reason", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.give();
    CHECK(counter.body<Given>().undo == "Undo · 1:00");
    counter.wait(seconds(8));
    CHECK(counter.body<Given>().undo == "Undo · 0:52");
    counter.wait(seconds(51));
    CHECK(counter.body<Given>().undo == "Undo · 0:01");
    counter.wait(seconds(1));
    CHECK(counter.body<Given>().undo.empty());
    CHECK(counter.body<Given>().undo_unavailable.find("time to undo is over") != std::string::npos);
    counter.touch("undo");
    CHECK(counter.asked("undo") == 0);
    CHECK(counter.screen().strip.find("time to undo is over") != std::string::npos);
}

TEST_CASE("given: a wall clock that jumps moves no countdown", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.give();
    counter.presenter.tick(noon() - std::chrono::hours(48), seconds(1010));
    const std::string before = counter.body<Given>().undo;
    counter.presenter.tick(noon() + std::chrono::hours(48), seconds(1010));
    CHECK(counter.body<Given>().undo == before);
    CHECK_FALSE(before.empty());
}

TEST_CASE("given: undo says what to do with the paper", "[presenter]") {
    struct Case {
        std::optional<JobState> state;
        core::gesture::Paper paper;
        std::string said;
    };
    for (const Case& c :
         {Case{JobState::queued, core::gesture::Paper::sticker, "Undone. Nothing was printed."},
          Case{JobState::sending, core::gesture::Paper::voucher, "Undone. Tear up the voucher."},
          Case{std::nullopt, core::gesture::Paper::sticker, "Undone. Tear up the sticker."}}) {
        Counter counter;
        counter.sign_in();
        counter.offers();
        counter.touch("card:o1-1.1");
        auto made = given();
        made.offer.paper = c.paper;
        counter.backend.gives.answer(made);
        Status status = calm_status();
        if (c.state) status.jobs = {job("p1-2", *c.state)};
        counter.tell(status);
        counter.touch("undo");
        counter.touch_again("undo");
        CHECK(counter.asked("undo r1-2 by p1") == 1);
        counter.backend.undos.answer({});
        CHECK(counter.shows<Home>());
        CHECK(counter.screen().strip == c.said);
    }
}

TEST_CASE("given: a refused undo is said and nothing moves", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.give();
    counter.touch("undo");
    counter.backend.undos.answer(fail(ErrorKind::refused, "The voucher was used already; it stays given."));
    CHECK(counter.shows<Given>());
    CHECK(counter.sheet() == "The voucher was used already; it stays given.");
}

TEST_CASE("given: what the caption says of the paper", "[presenter]") {
    struct Case {
        PaperState paper;
        PrinterState printer;
        std::string caption;
    };
    const PaperState queued{true, true, JobState::queued}, sending{true, true, JobState::sending};
    for (const Case& c :
         {Case{{false, true, {}}, PrinterState::ready, "Nothing to print: saying it is enough"},
          Case{{true, false, {}}, PrinterState::ready, "On its way to the printer"},
          Case{queued, PrinterState::ready, "On its way to the printer"},
          Case{queued, PrinterState::paper_out, "Waiting for paper"},
          Case{queued, PrinterState::cover_open, "Waiting until the cover is closed"},
          Case{queued, PrinterState::no_answer,
               "Waiting for the printer; it prints by itself as soon as it can"},
          Case{sending, PrinterState::printing, "The printer is at it"},
          Case{sending, PrinterState::paper_out, "Waiting for paper"},
          Case{{true, true, JobState::unsure},
               PrinterState::ready,
               "Not sure that it came out whole: look at it"},
          Case{{true, true, JobState::queued, true},
               PrinterState::ready,
               "Waits until somebody has looked at the voucher before it"},
          Case{{true, true, {}}, PrinterState::ready, "This is what the printer got"}}) {
        INFO(c.caption);
        CHECK(paper_caption(c.paper, c.printer) == c.caption);
    }
}

TEST_CASE("given: picture and caption follow the printer", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.give();
    CHECK_FALSE(counter.body<Given>().paper);
    const Bitmap picture{8, 1, {0xAA}};
    counter.backend.previews.answer(picture);
    CHECK(counter.body<Given>().paper == picture);
    CHECK(counter.body<Given>().paper_caption == "On its way to the printer");

    Status status = calm_status();
    status.jobs = {job("p1-2", JobState::queued)};
    status.printer.state = PrinterState::paper_out;
    counter.tell(status);
    CHECK(counter.body<Given>().paper_caption == "Waiting for paper");
    counter.tell(calm_status());
    CHECK(counter.body<Given>().paper_caption == "This is what the printer got");
    CHECK(counter.body<Given>().line.find("sticker printed") != std::string::npos);
}

TEST_CASE("given: a voucher in doubt holds up the next one, and the caption says so", "[presenter]") {
    auto doubtful = job("p1-1", JobState::unsure), next = job("p1-2", JobState::queued);
    doubtful.voucher = VoucherSerial("111");
    next.voucher = VoucherSerial("112");
    Status status = calm_status();
    status.jobs = {doubtful, next};
    CHECK(paper_state(next.id, status, true).held_up);
    next.voucher.reset();  // a sticker goes past it
    status.jobs = {doubtful, next};
    CHECK_FALSE(paper_state(next.id, status, true).held_up);
}

TEST_CASE("given: a status from before giving says nothing about the paper", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.tell(calm_status());
    counter.give();
    CHECK(counter.body<Given>().paper_caption == "On its way to the printer");
}

TEST_CASE("given: a scan or a letter is the next customer", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.give();
    SECTION("scan") {
        counter.scan("9520000000059");
        CHECK(counter.asked_last() == "stock-out 9520000000059 x1 by p1");
        counter.backend.reports.answer(reported());
        CHECK(counter.shows<Offers>());
    }
    SECTION("letter") {
        counter.type("mi");
        CHECK(counter.body<Search>().text == "mi");
    }
    CHECK(counter.asked("close") == 0);
}

TEST_CASE("given: without paper nothing waits", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("free:o1-1.4");
    auto made = given("o1-1.4");
    made.job.reset();
    made.offer.kind = core::recovery::OfferKind::promise;
    counter.backend.gives.answer(made);
    CHECK(counter.backend.previews.count() == 0);
    CHECK(counter.body<Given>().paper_caption == "Nothing to print: saying it is enough");
    CHECK(counter.body<Given>().title == "Virgin coconut oil 800 ml");
    counter.touch("undo");
    counter.backend.undos.answer({});
    CHECK(counter.screen().strip == "Undone.");
}
