#include <catch2/catch.hpp>

#include "app/terminal/presenter/tasks.hpp"
#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using core::voucher::State;

TEST_CASE("home: four tiles, always in their places", "[presenter]") {
    Counter counter;
    counter.sign_in();
    const auto ids = [&] {
        std::vector<std::string> made;
        for (const Tile& tile : counter.body<Home>().tiles) made.push_back(tile.id);
        return made;
    };
    const std::vector<std::string> all{"stock-out", "failure", "surprise", "promises"};
    CHECK(ids() == all);
    Status empty = calm_status();
    empty.articles = 0;
    counter.tell(empty);
    CHECK(ids() == all);
    CHECK(counter.screen().back.empty());
}

TEST_CASE("home: a tile that can't be used stays and says why", "[presenter]") {
    struct Case {
        bool loading;
        std::string why;
    };
    for (const Case& c :
         {Case{false,
               "There are no articles yet. Import the shop's export file with: makegood import "
               "catalogue FILE."},
          Case{true, "The articles are being read; this takes a few seconds."}}) {
        Counter counter;
        counter.sign_in();
        Status status = calm_status();
        status.articles = 0;
        status.loading = c.loading;
        counter.tell(status);
        for (const char* id : {"tile:stock-out", "field"}) {
            counter.touch(id);
            CHECK(counter.shows<Home>());
            CHECK(counter.screen().strip == c.why);
        }
        counter.type("co");
        CHECK(counter.shows<Home>());
        CHECK(counter.body<Home>().tiles[0].unavailable == c.why);
    }
}

TEST_CASE("home: the promises tile counts and names the next", "[presenter]") {
    Counter counter;
    counter.sign_in();
    CHECK(counter.body<Home>().tiles[3].badge.empty());
    CHECK(counter.body<Home>().tiles[3].line == "Nothing is due.");
    Status status = calm_status();
    status.promises = {promise("m1-1", "Keep one back", noon() + std::chrono::hours(4)),
                       promise("m1-2", "Call Mrs. Hill", noon() + std::chrono::hours(30))};
    counter.tell(status);
    CHECK(counter.body<Home>().tiles[3].badge == "2");
    CHECK(counter.body<Home>().tiles[3].line == "The next is due at 16:00");
}

TEST_CASE("home: scans are told apart by their form", "[presenter]") {
    const core::voucher::NumberRange range{"29", 1000, 5000};
    struct Case {
        std::string code;
        bool voucher;
    };
    const std::vector<Case> cases{
        {"2900000010003", true},    {"2900000050009", true},
        {"2900000009991", false},   {"2900000050016", false},
        {"MG-29-0000001000", true}, {"MG1.MG-29-0000001000.500.USD.20270221.ab.cd", true},
        {"4006381333931", false},   {"290000001000", false},
        {"29000000100030", false},  {"", false},
        {"29ABCDEFGHIJK", false},   {"XMG-29", false}};
    for (const Case& c : cases) {
        INFO(c.code);
        CHECK(is_voucher(c.code, range) == c.voucher);
    }
    CHECK_FALSE(is_voucher("2900000010003", {}));
}

TEST_CASE("home: a scanned article starts a stock-out with no touch", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.scan("9520000000011");
    CHECK(counter.asked_last() == "stock-out 9520000000011 x1 by p1");
    CHECK(counter.shows<Home>());
    counter.backend.reports.answer(reported());
    CHECK(counter.shows<Offers>());
    CHECK(counter.touches == 0);
}

TEST_CASE("home: a scan before the articles are read is asked for again", "[presenter]") {
    Counter counter;
    counter.sign_in();
    Status status = calm_status();
    status.articles = 0;
    status.loading = true;
    counter.tell(status);
    counter.scan("9520000000011");
    counter.backend.reports.answer(fail(ErrorKind::not_found, "This shop has no articles yet."));
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.screen().strip == "The articles are being read; this takes a few seconds.");
}

TEST_CASE("home: an unknown code is answered with a sentence", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.scan("9529999999999");
    counter.backend.reports.answer(fail(
        ErrorKind::not_found, "No article has the number 9529999999999. Scan it again, or type its name."));
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().sheet->title == "Not found here");
    CHECK(counter.sheet().find("9529999999999") != std::string::npos);
    counter.scan("9520000000011");  // the next scan needs no touch first
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.asked("stock-out") == 2);
}

TEST_CASE("home: a good voucher is shown, then redeemed", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.scan("2900000000179");
    CHECK(counter.asked_last() == "show 2900000000179");
    counter.backend.vouchers.answer(voucher(State::issued));
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->title == "Voucher MG-29-0000000017");
    CHECK(counter.sheet() == "Good for $5.00 until 21 February.");
    CHECK(counter.screen().sheet->action == "Redeem $5.00");
    counter.touch("sheet");
    counter.touch_again("sheet");
    CHECK(counter.asked("redeem 2900000000179 by p1") == 1);
    counter.backend.vouchers.answer(voucher(State::redeemed));
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.screen().strip == "Redeemed: take $5.00 off at the register.");
}

TEST_CASE("home: putting a voucher away redeems nothing", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.scan("MG-29-0000000017");
    counter.backend.vouchers.answer(voucher(State::issued));
    SECTION("not now") {
        counter.touch("sheet-other");
    }
    SECTION("another touch") {
        counter.touch("tile:failure");
    }
    SECTION("Escape") {
        counter.press(U'\x1b');
    }
    SECTION("the Enter of a slow scan") {
        counter.press(U'\n');
    }
    CHECK(counter.asked("redeem") == 0);
}

TEST_CASE("home: a voucher without value says why and offers nothing", "[presenter]") {
    struct Case {
        State state;
        std::string part;
    };
    for (const Case& c : {Case{State::drafted, "still being printed"}, Case{State::unsure, "came out whole"},
                          Case{State::redeemed, "redeemed already"}, Case{State::voided, "voided"},
                          Case{State::expired, "until 21 February"}}) {
        Counter counter;
        counter.sign_in();
        counter.scan("2900000000179");
        counter.backend.vouchers.answer(voucher(c.state));
        INFO(counter.sheet());
        CHECK(counter.sheet().find(c.part) != std::string::npos);
        CHECK(counter.screen().sheet->action == "All right");
        CHECK(counter.screen().sheet->other.empty());
        counter.touch("sheet");
        CHECK_FALSE(counter.screen().sheet);
        CHECK(counter.asked("redeem") == 0);
    }
}

TEST_CASE("home: a replaced voucher names the one that counts", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.scan("2900000000179");
    auto shown = voucher(State::voided);
    shown.row.replaced_by = VoucherSerial("MG-29-0000000018");
    counter.backend.vouchers.answer(shown);
    CHECK(counter.sheet().find("MG-29-0000000018") != std::string::npos);
}

TEST_CASE("home: letters open the search with themselves", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.type("co");
    REQUIRE(counter.shows<Search>());
    CHECK(counter.body<Search>().text == "co");
    CHECK(counter.asked_last() == "search co");
}

TEST_CASE("home: surprise someone goes to the offers at once", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:surprise");
    CHECK(counter.backend.incident.kind == core::incident::Kind::delight);
    counter.backend.reports.answer(reported());
    CHECK(counter.shows<Offers>());
    CHECK(counter.body<Offers>().line == "For no reason at all");
}

TEST_CASE("home: a code read twice is one scan", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.presenter.scanned("9520000000011", seconds(2000));
    counter.presenter.scanned("9520000000011", seconds(2000) + std::chrono::milliseconds(300));
    CHECK(counter.asked("stock-out") == 1);
    counter.backend.reports.answer(fail(ErrorKind::not_found, "No article has this number. Type its name."));
    counter.presenter.scanned("9520000000011", seconds(2003));
    CHECK(counter.asked("stock-out") == 2);
}

TEST_CASE("home: what is wrong with the register is said, where nothing is in hand", "[presenter]") {
    Counter counter;
    Status status = calm_status();
    status.warning = "The clock of this register says 2027-01-01. Set the clock.";
    counter.tell(status);
    CHECK(counter.screen().strip.empty());
    counter.sign_in();
    counter.tell(status);
    CHECK(counter.screen().strip == status.warning);
    counter.touch("tile:failure");
    CHECK(counter.screen().strip.empty());
}

TEST_CASE("home: a bouncing finger starts nothing and hides no news", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("free:none");
    counter.touch("sheet:none-of-these");
    counter.backend.closes.answer({});
    REQUIRE(counter.shows<Home>());
    REQUIRE(counter.screen().strip == "Recorded. Nothing was given.");
    counter.touch_again("tile:failure");
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().strip == "Recorded. Nothing was given.");
    counter.touch("tile:failure");
    CHECK(counter.shows<Failure>());
    CHECK(counter.screen().strip.empty());
}
