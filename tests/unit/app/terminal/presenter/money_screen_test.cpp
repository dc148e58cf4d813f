#include <catch2/catch.hpp>

#include "app/terminal/presenter/money_lists.hpp"
#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using core::insight::Beside;
using core::recovery::OfferKind;

namespace {

service::MoneyAtAGlance glance() {
    service::MoneyAtAGlance made;
    made.now.period = calm_status().money;
    made.now.likely = Money::minor(820);
    made.now.vouchers = 5;
    made.now.come_back = Percent::basis_points(5160);
    made.recoveries = 19;
    made.hours = {{9, Money::minor(400), {}, Money::minor(500)},
                  {10, {}, Money::minor(200), Money::minor(1000)}};
    made.gestures = {{OfferKind::gift, 12, Money::minor(871), Money::minor(2010)}};
    for (int i = 0; i < 7; ++i)
        made.latest.push_back({RecoveryId("r1-" + std::to_string(i)), noon(), OfferKind::gift,
                               "Gift " + std::to_string(i), "Coconut oil", "Ann", "", Money::minor(100),
                               Money::minor(300)});
    return made;
}

service::WaitingApproval asked(const std::string& offer, const std::string& title) {
    return {OfferId(offer), IncidentId("i1-1"), PersonId("p1"),     "Ann Miller",      noon(),
            title,          "Waited too long",  Money::minor(2500), Money::minor(2500)};
}

struct AtMoney : Counter {
    AtMoney() {
        sign_in(bo());
        touch("sign-out");
        touch("sheet:money");
    }
    void answer(std::vector<service::WaitingApproval> waiting = {}) {
        backend.glances.answer(glance());
        backend.waiting_asked.answer(std::move(waiting));
    }
    const MoneyList& list() const { return body<TodaysMoney>().list; }
};

}  // namespace

TEST_CASE("money: four figures, and the hours as parts of the tallest", "[presenter]") {
    AtMoney counter;
    CHECK(counter.body<TodaysMoney>().message == "One moment");
    counter.answer();
    const auto& view = counter.body<TodaysMoney>();
    REQUIRE(view.figures.size() == 4);
    CHECK(view.figures[0].number == "$46.90");
    CHECK(view.figures[0].line == "19 recoveries");
    CHECK(view.figures[1].line == "5 vouchers not yet used");
    CHECK(view.figures[2].number == "$8.20");
    CHECK(view.figures[2].line == "52 % come back");
    CHECK(view.figures[3].caption == "Left today");
    CHECK(view.figures[3].aside == "of $150");
    CHECK(view.figures[3].number == "$86.40");
    CHECK_FALSE(view.figures[3].needs_care);
    REQUIRE(view.chart.hours.size() == 2);
    CHECK(view.chart.hours[0].given == Approx(0.4));
    CHECK(view.chart.hours[1].allowed == Approx(1));
    CHECK(view.chart.hours[1].name == "10:00: $0.00 given, $2.00 likely to come, $10.00 allowed");
    CHECK(view.chart.aside == "up to $10 an hour");
}

TEST_CASE("money: what is still out is told, and a shared budget is not called left", "[presenter]") {
    auto lowered = glance();
    lowered.still_out = Money::minor(1200);
    lowered.shared = true;
    lowered.now.period.right_cost = Money::minor(700);
    const auto figures = figures_of(lowered, *Currency::from_code("USD"));
    CHECK(figures[3].caption == "May be spent here");
    CHECK(figures[3].number == "$7.00");
    CHECK(figures[0].line == "19 recoveries, at this register");
    CHECK(figures[3].line == "$12.00 still out");
    CHECK(figures[3].needs_care);
    auto none = service::MoneyAtAGlance{};
    const auto nothing = figures_of(none, *Currency::from_code("KWD"));
    CHECK(nothing[0].number == "0.000 KWD");
    CHECK(nothing[0].line == "no recovery");
    CHECK(nothing[2].line.empty());
    CHECK(chart_of(none, *Currency::from_code("KWD")).hours.empty());
}

TEST_CASE("money: lists are chosen by touch, and turn their pages", "[presenter]") {
    AtMoney counter;
    counter.answer();
    REQUIRE(counter.list().tabs.size() == 4);
    CHECK(counter.list().tabs[0].chosen);
    CHECK(counter.list().lines[0].name == "Gift");
    CHECK(counter.list().lines[0].line == "12 times");
    CHECK(counter.list().lines[0].value_line == "worth $20.10");
    counter.touch("list:latest");
    CHECK(counter.list().lines.size() == 5);
    CHECK(counter.list().more == "2 more");
    counter.touch("more");
    CHECK(counter.list().lines.size() == 2);
    CHECK(counter.list().lines[0].name == "Gift 5");
    CHECK(counter.list().lines[0].line == "12:00 · Coconut oil · Ann");
    CHECK(counter.list().more == "Back to the first");
    counter.touch("list:gestures");
    CHECK(counter.list().more.empty());
}

TEST_CASE("money: clerks stand by name beside others, or are too few to compare", "[presenter]") {
    AtMoney counter;
    counter.answer();
    CHECK(counter.asked("same work") == 0);
    counter.touch("list:clerks");
    CHECK(counter.list().message == "One moment");
    CHECK(counter.asked("same work") == 1);
    core::insight::Work few{PersonId("p1"), 8, 3, 8, Money::minor(10), Money::minor(20), Beside::too_few};
    core::insight::Work more{PersonId("p4"), 61, 52, 60, Money::minor(310), Money::minor(205), Beside::more};
    counter.backend.works.answer(std::vector<service::WorkOfPerson>{{"Ann", few}, {"", more}});
    REQUIRE(counter.list().lines.size() == 2);
    CHECK(counter.list().lines[0].name == "Ann");
    CHECK(counter.list().lines[0].value.empty());  // no number that says nothing
    CHECK(counter.list().lines[0].value_line == "too few to compare");
    CHECK(counter.list().lines[1].name == "p4");
    CHECK(counter.list().lines[1].value == "$3.10 a case");
    CHECK(counter.list().lines[1].value_line == "more than others, $2.05");
}

TEST_CASE("money: what waits is signed for in the name of who asked", "[presenter]") {
    AtMoney counter;
    counter.answer({asked("o1-17.1", "Voucher over $25.00")});
    CHECK(counter.list().tabs[3].text == "Waiting: 1");
    counter.touch("list:waiting");
    REQUIRE(counter.list().lines.size() == 1);
    CHECK(counter.list().lines[0].line == "Ann Miller asked at 12:00 · Waited too long");
    counter.touch("line:o1-17.1");
    CHECK(counter.sheet() == "Ann Miller asked at 12:00, for Waited too long. It costs us $25.00.");
    counter.touch("sheet:sign");
    CHECK(counter.asked_last() == "approvers o1-17.1 by p1");
    counter.backend.approvers_asked.answer(std::vector<ports::Person>{bo()});
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->signature->wait.empty());
    counter.touch("sheet:again");
    for (const char* key : {"key:2", "key:7"}) counter.touch(key);
    counter.touch("key:\n");
    CHECK(counter.asked_last() == "give o1-17.1 by p1 signed by p2 27 again");
    counter.backend.gives.answer(fail(ErrorKind::refused, "That PIN is not right."));
    CHECK(counter.screen().sheet->signature->message == "That PIN is not right.");
    counter.touch("key:9");
    counter.touch("key:\n");
    counter.backend.gives.answer(given());
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.asked("glance") == 2);
}

TEST_CASE("money: what waits can be refused", "[presenter]") {
    AtMoney counter;
    counter.answer({asked("o1-17.1", "Voucher"), asked("o1-18.1", "Gift")});
    counter.touch("list:waiting");
    counter.touch("line:o1-18.1");
    counter.touch("sheet:refuse");
    CHECK(counter.asked_last() == "turn down o1-18.1 by p2");
    counter.backend.turned_down.answer({});
    CHECK(counter.screen().strip == "Closed without giving anything.");
    counter.backend.glances.answer(glance());
    counter.backend.waiting_asked.answer(std::vector<service::WaitingApproval>{asked("o1-17.1", "Voucher")});
    CHECK(counter.list().lines.size() == 1);
}

TEST_CASE("money: it is asked for anew when money has moved, and only then", "[presenter]") {
    AtMoney counter;
    counter.answer();
    counter.tell(calm_status());
    CHECK(counter.asked("glance") == 1);
    auto later = calm_status();
    later.money.spent_cost = Money::minor(5000);
    counter.tell(later);
    CHECK(counter.asked("glance") == 2);
    later.waiting = 1;
    counter.tell(later);
    CHECK(counter.asked("glance") == 3);
}

TEST_CASE("money: why it can't be shown is said", "[presenter]") {
    AtMoney counter;
    counter.backend.glances.answer(fail(ErrorKind::refused, "No budget is set. Set one."));
    CHECK(counter.body<TodaysMoney>().message == "No budget is set. Set one.");
    counter.touch("list:clerks");
    CHECK(counter.asked("same work") == 0);
}

TEST_CASE("offers: above one's tier it can wait, and the case stays open", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("card:o1-1.1");
    counter.backend.gives.answer(fail(ErrorKind::needs_approval, "This needs a supervisor."));
    counter.backend.approvers_asked.answer(std::vector<ports::Person>{bo()});
    CHECK(counter.screen().sheet->signature->wait == "Let it wait for them");
    counter.touch("sheet:wait");
    CHECK(counter.asked_last() == "ask approval o1-1.1 by p1");
    counter.backend.approvals_asked.answer({});
    CHECK(counter.shows<Home>());
    CHECK(counter.asked("close") == 0);
    CHECK(counter.screen().strip == "It waits for a signature. The case stays open.");
}

TEST_CASE("home: a manager is told what waits, a clerk is not", "[presenter]") {
    auto status = calm_status();
    status.waiting = 2;
    Counter managers;
    managers.sign_in(bo());
    managers.tell(status);
    CHECK(managers.screen().strip ==
          "2 gifts wait for a signature. Touch your initials, then Today’s money.");
    Counter clerks;
    clerks.sign_in();
    clerks.tell(status);
    CHECK(clerks.screen().strip.empty());
}
