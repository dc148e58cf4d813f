// Money that comes while a customer looks at the cards.
#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

TEST_CASE("offers: when money comes, the cards that it pays for come without a touch", "[presenter]") {
    Counter counter;
    counter.sign_in();
    auto poor = calm_status();
    poor.money.right_cost = Money::minor(1);
    counter.tell(poor);
    counter.scan("9520000010010");
    auto few = reported();
    few.cards.resize(1);
    few.note = "Today's money is used up; these cost nothing.";
    counter.backend.reports.answer(few);
    REQUIRE(counter.body<Offers>().cards.size() == 1);
    counter.tell(poor);
    CHECK(counter.asked("renew") == 0);
    counter.tell(calm_status());
    CHECK(counter.asked_last() == "renew " + few.incident.text() + " by " + ann().id.text());
    counter.tell(calm_status());
    CHECK(counter.asked("renew") == 1);
    SECTION("and the note goes") {
        counter.backend.renewals.answer(reported());
        CHECK(counter.body<Offers>().cards.size() == 3);
        CHECK(counter.body<Offers>().note.empty());
        CHECK(counter.body<Offers>().cards.front().id == few.cards.front().id.text());
    }
    SECTION("a touch that was faster has the word") {
        counter.touch("card:o1-1.1");
        counter.backend.renewals.answer(reported());
        CHECK(counter.body<Offers>().cards.size() == 1);
    }
    SECTION("the case can't be renewed: what stood there stands") {
        counter.backend.renewals.answer(fail(ErrorKind::refused, "This case is closed already."));
        CHECK(counter.body<Offers>().cards.size() == 1);
        CHECK(counter.sheet().empty());
    }
}

TEST_CASE("offers: where nothing was left out, more money asks for nothing", "[presenter]") {
    Counter counter;
    counter.sign_in();
    auto poor = calm_status();
    poor.money.right_cost = Money::minor(1);
    counter.tell(poor);
    counter.scan("9520000010010");
    counter.backend.reports.answer(reported());
    counter.tell(calm_status());
    CHECK(counter.asked("renew") == 0);
}
