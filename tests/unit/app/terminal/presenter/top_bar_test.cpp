#include "app/terminal/presenter/top_bar.hpp"

#include <catch2/catch.hpp>

#include "app/terminal/presenter/screen_words.hpp"
#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using core::budget::PeriodKind;
using ports::JobState;
using ports::PrinterState;

TEST_CASE("top bar: money left, and its shares", "[presenter]") {
    Facts facts{.setup = Counter::setup(), .person = ann(), .status = calm_status()};
    const TopBar bar = top_bar_of(facts);
    CHECK(bar.left_caption == "Left today");
    CHECK(bar.left_text == "$86.40");
    CHECK(bar.of_text == "of $150");
    CHECK(bar.spent_share == Approx(46.90 / 150));
    CHECK(bar.reserved_share == Approx(16.70 / 150));
}

TEST_CASE("top bar: odd budgets never show nonsense", "[presenter]") {
    struct Case {
        std::int64_t limit, spent, reserved;
        std::string left;
        double spent_share, reserved_share;
    };
    for (const Case& c : {Case{0, 0, 0, "$0.00", 0, 0}, Case{100, 150, 20, "$0.00", 1, 0},
                          Case{100, 60, 60, "$0.00", 0.6, 0.4}, Case{100, 0, 100, "$0.00", 0, 1},
                          Case{100, 0, 0, "$1.00", 0, 0}}) {
        Facts facts{.setup = Counter::setup(), .person = ann(), .status = calm_status()};
        auto& money = facts.status->money;
        money.limit = {PeriodKind::week, Money::minor(c.limit), {}};
        money.spent_cost = Money::minor(c.spent);
        money.reserved_cost = Money::minor(c.reserved);
        const TopBar bar = top_bar_of(facts);
        CHECK(bar.left_caption == "Left this week");
        CHECK(bar.left_text == c.left);
        CHECK(bar.spent_share == Approx(c.spent_share));
        CHECK(bar.reserved_share == Approx(c.reserved_share));
    }
}

TEST_CASE("top bar: the printer's lamp has a word and a way out for every state", "[presenter]") {
    struct Case {
        PrinterState state;
        Health health;
        std::string text;
    };
    for (const Case& c : {Case{PrinterState::ready, Health::good, "Printer"},
                          Case{PrinterState::printing, Health::good, "Printing"},
                          Case{PrinterState::unknown, Health::attention, "Printer not asked"},
                          Case{PrinterState::paper_low, Health::attention, "Paper low"},
                          Case{PrinterState::busy_elsewhere, Health::attention, "Printer busy"},
                          Case{PrinterState::paper_out, Health::bad, "Paper out"},
                          Case{PrinterState::cover_open, Health::bad, "Cover open"},
                          Case{PrinterState::failed, Health::bad, "Printer stopped"},
                          Case{PrinterState::no_answer, Health::bad, "No printer"}}) {
        Status status = calm_status();
        status.printer = {c.state, {}};
        const Lamp lamp = printer_lamp_of(status);
        CHECK(lamp.text == c.text);
        CHECK(lamp.health == c.health);
        CHECK_FALSE(lamp.detail.empty());
    }
}

TEST_CASE("top bar: what waits for the printer is counted, what is in doubt comes first", "[presenter]") {
    Status status = calm_status();
    status.printer = {PrinterState::paper_out, "Put in a roll."};
    status.jobs = {job("p1-1", JobState::queued)};
    CHECK(printer_lamp_of(status).detail == "Put in a roll. 1 piece waits.");
    status.jobs.push_back(job("p1-2", JobState::queued));
    CHECK(printer_lamp_of(status).detail == "Put in a roll. 2 pieces wait.");
    status.jobs.push_back(job("p1-3", JobState::unsure));
    CHECK(printer_lamp_of(status).text == "Look at the paper");
}

TEST_CASE("top bar: how far head office is", "[presenter]") {
    const Setup setup = Counter::setup();
    struct Case {
        SyncStatus sync;
        Health health;
        std::string text;
    };
    const Instant since = noon() + std::chrono::minutes(122);
    for (const Case& c :
         {Case{{false, 9, {}}, Health::good, "On its own"}, Case{{true, 0, {}}, Health::good, "All sent"},
          Case{{true, 3, {}}, Health::good, "3 to send"},
          Case{{true, 3, since}, Health::attention, "Not reached since 14:02"}}) {
        CHECK(sync_lamp_of(c.sync, setup).text == c.text);
        CHECK(sync_lamp_of(c.sync, setup).health == c.health);
    }
    CHECK(
        sync_lamp_of({true, 3, since}, setup).detail.find("Head office not reached since 14:02. 3 to send") ==
        0);
}

TEST_CASE("top bar: a lamp tells its whole sentence on every screen, also while work is under way",
          "[presenter]") {
    Counter counter;
    counter.touch("lamp:sync");
    CHECK(counter.screen().sheet->title == "One moment");
    counter.sign_in();
    counter.touch("lamp:sync");
    CHECK(counter.screen().sheet->title == "3 to send");
    counter.touch("sheet");
    counter.offers();
    counter.touch("card:o1-1.1");
    counter.touch("lamp:printer");
    CHECK(counter.sheet() == "The printer is ready.");
}

TEST_CASE("words: dates, ordinals, short amounts and quotes", "[presenter]") {
    using namespace std::chrono;
    const CivilDate today = year(2026) / 11 / 22;
    CHECK(words::short_date(year(2027) / 2 / 21, today) == "21 February");
    CHECK(words::short_date(year(2027) / 11 / 22, today) == "22 November 2027");
    CHECK(words::short_date(year(2024) / 1 / 5, today) == "5 January 2024");
    const std::vector<std::pair<int, std::string>> ordinals{
        {2, "2nd time"},   {3, "3rd time"},   {4, "4th time"},     {11, "11th time"},  {12, "12th time"},
        {13, "13th time"}, {21, "21st time"}, {112, "112th time"}, {122, "122nd time"}};
    for (const auto& [times, said] : ordinals) CHECK(words::nth_time(times) == said);
    const Currency dollars = *Currency::from_code("USD"), yen = *Currency::from_code("JPY");
    CHECK(words::short_money(Money::minor(15000), dollars) == "$150");
    CHECK(words::short_money(Money::minor(15050), dollars) == "$150.50");
    CHECK(words::short_money(Money::minor(410), yen) == base::format(Money::minor(410), yen));
    CHECK(words::quoted("Please.") == "“Please.”");
    CHECK(words::quoted("“Please.”") == "“Please.”");
    CHECK(words::quoted("").empty());
    CHECK(words::joined({"", "a", "", "b"}) == "a · b");
    CHECK(words::initial("").empty());
    CHECK(words::initial("7 Up") == "7");
}
