#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

namespace {

const char* const above =
    "This costs us $18.00, and a clerk gives up to $15.00 alone. A supervisor can sign for it here.";

ports::Person sam() {
    return {PersonId("p3"), "Sam Ito", "SI", ports::Role::supervisor};
}

// At the offers, a card was touched that is above the clerk's tier; these may sign.
void ask_for_signature(Counter& counter, std::vector<ports::Person> people) {
    counter.sign_in();
    counter.offers();
    counter.touch("card:o1-1.1");
    counter.backend.gives.answer(fail(ErrorKind::needs_approval, above));
    CHECK(counter.asked_last() == "approvers o1-1.1 by p1");
    counter.backend.approvers_asked.answer(std::move(people));
}

const Signature& pad(const Counter& counter) {
    REQUIRE(counter.screen().sheet);
    REQUIRE(counter.screen().sheet->signature);
    return *counter.screen().sheet->signature;
}

}  // namespace

TEST_CASE("signature: what is above a tier asks who signs, with which PIN and why", "[presenter]") {
    Counter counter;
    ask_for_signature(counter, {bo(), sam()});
    CHECK(counter.screen().sheet->title == "Needs a supervisor");
    CHECK(counter.sheet() == above);
    REQUIRE(pad(counter).people.size() == 2);
    CHECK(pad(counter).people[0].name == "Sam Ito");
    CHECK(counter.screen().sheet->choices.size() == 4);
    counter.touch("signer:p3");
    CHECK(pad(counter).people[0].chosen);
    counter.touch("sheet:again");
    CHECK(counter.screen().sheet->choices[1].chosen);
    for (const char* key : {"key:2", "key:7", "key:5", "key:\b", "key:4"}) counter.touch(key);
    CHECK(pad(counter).digits == 3);
    counter.touch("key:\n");
    CHECK(counter.asked_last() == "give o1-1.1 by p1 signed by p3 274 again");
    CHECK(pad(counter).busy);
    counter.touch("sheet-other");  // too late
    CHECK(counter.screen().sheet);
    counter.backend.gives.answer(given());
    CHECK(counter.shows<Given>());
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.asked("close") == 0);
}

TEST_CASE("signature: the only one who may is chosen, and a keyboard works as the pad does", "[presenter]") {
    Counter counter;
    ask_for_signature(counter, {bo()});
    CHECK(counter.screen().sheet->title == "Needs a manager");
    counter.type("27413");
    counter.press(U'\b');
    CHECK(pad(counter).digits == 4);
    counter.press(U'\n');
    CHECK(pad(counter).message == "Touch why.");
    counter.touch("sheet:promised");
    counter.press(U'\n');
    CHECK(counter.asked_last() == "give o1-1.1 by p1 signed by p2 2741 promised");
}

TEST_CASE("signature: what is missing is said, and nothing is asked", "[presenter]") {
    Counter counter;
    ask_for_signature(counter, {bo(), sam()});
    counter.touch("key:\n");
    CHECK(pad(counter).message == "Touch who signs.");
    counter.touch("signer:p2");
    CHECK(pad(counter).message.empty());
    counter.touch("sheet:again");
    counter.touch("key:\n");
    CHECK(pad(counter).message == "The PIN of whoever signs is missing.");
    CHECK(counter.asked("give") == 1);
}

TEST_CASE("signature: one that does not hold is said, the PIN is entered anew, the case stays",
          "[presenter]") {
    Counter counter;
    ask_for_signature(counter, {bo(), sam()});
    counter.touch("signer:p3");
    counter.touch("sheet:again");
    counter.type("999999");
    counter.press(U'\n');
    const char* const wrong = "That PIN is not right. 4 tries are left before a wait.";
    counter.backend.gives.answer(fail(ErrorKind::refused, wrong));
    CHECK(pad(counter).message == wrong);
    CHECK(pad(counter).digits == 0);
    CHECK_FALSE(pad(counter).busy);
    CHECK(counter.screen().sheet->choices[1].chosen);
    counter.touch("signer:p2");
    counter.type("274193");
    counter.press(U'\n');
    CHECK(counter.asked_last() == "give o1-1.1 by p1 signed by p2 274193 again");
    counter.backend.gives.answer(given());
    CHECK(counter.shows<Given>());
}

TEST_CASE("signature: there is a way back, and it forgets the PIN", "[presenter]") {
    Counter counter;
    ask_for_signature(counter, {bo()});
    counter.type("8063");
    counter.press(U'\x1b');
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.shows<Offers>());
    counter.touch("card:o1-1.1");
    CHECK(counter.asked_last() == "give o1-1.1 by p1");
    counter.backend.gives.answer(fail(ErrorKind::needs_approval, above));
    counter.backend.approvers_asked.answer(std::vector{bo()});
    CHECK(pad(counter).digits == 0);
    counter.touch("sheet-other");
    CHECK_FALSE(counter.screen().sheet);
    counter.touch("free:o1-1.5");
    counter.backend.gives.answer(given("o1-1.5"));
    CHECK(counter.shows<Given>());
}

TEST_CASE("signature: a scan waits, and where nobody may sign it is said", "[presenter]") {
    Counter counter;
    ask_for_signature(counter, {bo()});
    counter.scan("9520000000028");
    CHECK(counter.screen().strip == "Finish this first, then scan it again.");
    CHECK(pad(counter).digits == 0);
    Counter alone;
    ask_for_signature(alone, {});
    REQUIRE(alone.screen().sheet);
    CHECK_FALSE(alone.screen().sheet->signature);
    CHECK(alone.sheet() == "Nobody else who works here may sign for it.");
}

TEST_CASE("signature: of many who may, those with least authority are asked first", "[presenter]") {
    std::vector<ports::Person> many;
    for (int i = 0; i < 8; ++i)
        many.push_back({PersonId("m" + std::to_string(i)), "M" + std::to_string(i), "M",
                        i < 6 ? ports::Role::owner : ports::Role::manager});
    Counter counter;
    ask_for_signature(counter, many);
    REQUIRE(pad(counter).people.size() == 6);
    CHECK(pad(counter).people[0].name == "M6");
    CHECK(pad(counter).people[1].name == "M7");
    CHECK(pad(counter).people[2].name == "M0");
    CHECK(counter.screen().sheet->title == "Needs a manager");
}

TEST_CASE("signature: signed out meanwhile, nothing of it is left but the customer", "[presenter]") {
    Counter counter;
    ask_for_signature(counter, {bo()});
    counter.type("8063");
    counter.wait(minutes(3));
    REQUIRE(counter.shows<SignIn>());
    CHECK_FALSE(counter.screen().sheet);
    counter.scan("MGB-badge-of-ann");
    counter.backend.sign_ins.answer(ann());
    REQUIRE(counter.shows<Offers>());
    CHECK_FALSE(counter.screen().sheet);
}
