#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

namespace {
std::vector<ports::Person> two_people() {
    return {ann(), bo()};
}
}  // namespace

TEST_CASE("sign-in: a name, a PIN, and home appears", "[presenter]") {
    Counter counter;
    REQUIRE(counter.shows<SignIn>());
    CHECK(counter.screen().top.initials.empty());
    CHECK(counter.screen().top.left_text.empty());
    counter.backend.people_asked.answer(two_people());
    CHECK(counter.body<SignIn>().people.size() == 2);

    counter.touch("person:p2");
    CHECK(counter.body<SignIn>().people[1].chosen);
    for (const char* key : {"key:4", "key:7", "key:\b", "key:1"}) counter.touch(key);
    CHECK(counter.body<SignIn>().digits == 2);
    counter.touch("key:\n");
    CHECK(counter.asked_last() == "sign in p2 41");
    CHECK(counter.body<SignIn>().busy);
    CHECK(counter.body<SignIn>().digits == 0);

    counter.backend.sign_ins.answer(two_people()[1]);
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().top.initials == "BL");
}

TEST_CASE("sign-in: what is missing is said", "[presenter]") {
    Counter counter;
    counter.backend.people_asked.answer(two_people());
    counter.touch("key:1");
    CHECK(counter.body<SignIn>().message == "Touch your name first, then your PIN.");
    CHECK(counter.body<SignIn>().digits == 0);
    counter.touch("person:p1");
    CHECK(counter.body<SignIn>().message.empty());
    counter.touch("key:\n");
    CHECK(counter.body<SignIn>().message == "Enter your PIN, then touch Sign in.");
    CHECK(counter.asked("sign in") == 0);
}

TEST_CASE("sign-in: a wrong PIN is explained and rubbed out", "[presenter]") {
    Counter counter;
    counter.backend.people_asked.answer(two_people());
    counter.touch("person:p1");
    counter.type("9999");
    counter.press(U'\n');
    counter.backend.sign_ins.answer(fail(ErrorKind::refused, "That is not the PIN; four more tries."));
    CHECK(counter.shows<SignIn>());
    CHECK(counter.body<SignIn>().message == "That is not the PIN; four more tries.");
    CHECK_FALSE(counter.body<SignIn>().busy);
    CHECK(counter.screen().top.initials.empty());
}

TEST_CASE("sign-in: Enter twice asks once, and a touch meanwhile changes nothing", "[presenter]") {
    Counter counter;
    counter.backend.people_asked.answer(two_people());
    counter.touch("person:p1");
    counter.type("1234");
    counter.press(U'\n');
    counter.press(U'\n');
    counter.touch("person:p2");
    CHECK(counter.asked("sign in") == 1);
    CHECK(counter.body<SignIn>().people[0].chosen);
}

TEST_CASE("sign-in: a scan never becomes a PIN", "[presenter]") {
    Counter counter;
    counter.backend.people_asked.answer(std::vector{ann()});
    CHECK(counter.body<SignIn>().people[0].chosen);  // the only one
    counter.scan("4006381333931");
    CHECK(counter.body<SignIn>().digits == 0);
    counter.backend.sign_ins.answer(fail(ErrorKind::not_found, "This is nobody's badge."));
    CHECK(counter.screen().strip == "Sign in first, then scan it again.");
    CHECK(counter.asked("sign in") == 0);
}

TEST_CASE("sign-in: a PIN has an end", "[presenter]") {
    Counter counter;
    counter.backend.people_asked.answer(std::vector{ann()});
    counter.type("12345678901234567890");
    CHECK(counter.body<SignIn>().digits == 12);
}

TEST_CASE("sign-in: nobody known and a broken store are said", "[presenter]") {
    Counter nobody, broken;
    nobody.backend.people_asked.answer(std::vector<ports::Person>{});
    CHECK(nobody.body<SignIn>().message.find("Nobody is known") == 0);
    broken.backend.people_asked.answer(fail(ErrorKind::failed, "The disk is full. Free some space."));
    CHECK(broken.body<SignIn>().message == "The disk is full. Free some space.");
}

TEST_CASE("signing out is asked, and closes the open case", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("sign-out");
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->other == "Stay");
    CHECK(counter.sheet() == "This customer's case is closed without giving anything.");
    counter.touch("sheet-other");
    CHECK(counter.shows<Offers>());
    counter.touch("sign-out");
    counter.touch("sheet");
    CHECK(counter.shows<SignIn>());
    CHECK(counter.screen().top.initials.empty());
    CHECK(counter.asked_last() == "close i1-1 left by p1");
}

TEST_CASE("nobody touches anything: a warning, then sign-out", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.wait(seconds(99));
    CHECK(counter.screen().strip.empty());
    counter.wait(seconds(2));
    CHECK(counter.screen().strip == "Signing out soon. Touch anything to stay.");
    counter.touch("nowhere");
    CHECK(counter.screen().strip.empty());
    counter.wait(seconds(119));
    CHECK(counter.shows<Home>());
    counter.wait(seconds(1));
    CHECK(counter.shows<SignIn>());
    CHECK(counter.screen().top.initials.empty());
}

TEST_CASE("work in hand is kept when nobody touches anything, and its clerk goes on", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.wait(seconds(119));
    CHECK(counter.shows<Offers>());
    counter.wait(seconds(1));
    REQUIRE(counter.shows<SignIn>());
    CHECK(counter.screen().top.initials.empty());
    CHECK(counter.asked("close") == 0);
    CHECK(counter.body<SignIn>().prompt.find("Ann Miller’s customer is kept") == 0);
    counter.backend.people_asked.answer(two_people());
    counter.touch("person:p1");
    counter.type("123456");
    counter.press(U'\n');
    counter.backend.sign_ins.answer(ann());
    REQUIRE(counter.shows<Offers>());
    CHECK(counter.screen().strip == "Here is your customer again, as you left them.");
    counter.touch("card:o1-1.1");
    CHECK(counter.asked_last() == "give o1-1.1 by p1");
}

TEST_CASE("somebody else goes on with kept work, is told whose it was, and acts in their own name",
          "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.wait(minutes(60));
    counter.backend.people_asked.answer(two_people());
    counter.touch("person:p2");
    counter.type("123456");
    counter.press(U'\n');
    CHECK(counter.shows<SignIn>());
    counter.backend.sign_ins.answer(fail(ErrorKind::refused, "That PIN is not right."));
    CHECK(counter.shows<SignIn>());
    counter.type("123457");
    counter.press(U'\n');
    counter.backend.sign_ins.answer(bo());
    REQUIRE(counter.shows<Offers>());
    CHECK(counter.screen().strip == "This customer was with Ann Miller. You go on with them.");
    counter.touch("free:none");
    counter.touch("sheet:left");
    CHECK(counter.asked_last() == "close i1-1 left by p2");
    counter.backend.closes.answer({});
    CHECK(counter.shows<Home>());
    counter.touch("sign-out");
    counter.touch("sheet:sign-out");
    counter.backend.people_asked.answer(two_people());
    CHECK(counter.body<SignIn>().prompt == "Touch your name, then your PIN");
}

TEST_CASE("a form half filled in is kept too", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:failure");
    counter.touch("kind:waited-too-long");
    counter.wait(minutes(3));
    REQUIRE(counter.shows<SignIn>());
    counter.scan("MGB-badge-of-ann");
    counter.backend.sign_ins.answer(ann());
    REQUIRE(counter.shows<Failure>());
    CHECK(counter.body<Failure>().unavailable.empty());
}

TEST_CASE("a badge signs in; another scan is asked for again", "[presenter]") {
    Counter counter;
    counter.backend.people_asked.answer(two_people());
    counter.scan("9520000000011");
    CHECK(counter.asked_last() == "badge 9520000000011");
    counter.backend.sign_ins.answer(fail(ErrorKind::not_found, "This is nobody's badge."));
    CHECK(counter.shows<SignIn>());
    CHECK(counter.screen().strip == "Sign in first, then scan it again.");
    counter.scan("MGB-badge-of-bo");
    auto as_clerk = bo();
    as_clerk.role = ports::Role::clerk;
    counter.backend.sign_ins.answer(as_clerk);
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().top.sign_out == "Sign out");
}

TEST_CASE("an idle time of zero never signs out", "[presenter]") {
    Setup setup = Counter::setup();
    setup.idle = {};
    Counter counter(setup);
    counter.sign_in();
    counter.wait(minutes(60));
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().strip.empty());
}
