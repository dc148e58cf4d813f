#include "app/core/voucher/voucher.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace makegood;
using namespace makegood::core::voucher;
using namespace std::chrono;

namespace {

const NumberRange range{"29", 1, 9'999'999'999};
constexpr State all_states[] = {State::drafted,  State::issued, State::unsure,
                                State::redeemed, State::voided, State::expired};

}  // namespace

TEST_CASE("Number ranges that fit an EAN-13 are taken, others refused with the reason") {
    struct Case {
        NumberRange range;
        std::string reason;  // empty: taken
    };
    const Case cases[] = {
        {range, ""},
        {{"200", 5, 5}, ""},
        {{"290000000", 0, 999}, ""},
        {{"", 1, 9}, "write 2 to 9 digits"},
        {{"2", 1, 9}, "write 2 to 9 digits"},
        {{"2900000000", 1, 9}, "write 2 to 9 digits"},
        {{"2a", 1, 9}, "write 2 to 9 digits"},
        {{"29", 10, 9}, "end (9) before they begin (10)"},
        {{"29", 1, 10'000'000'000}, "9999999999 at most"},
        {{"290000000", 0, 1000}, "999 at most"},
    };
    for (const auto& each : cases) {
        const auto outcome = checked(each.range);
        CAPTURE(each.range.prefix, each.range.last);
        if (each.reason.empty()) {
            CHECK(outcome);
        } else {
            REQUIRE_FALSE(outcome);
            CHECK(outcome.error().kind == ErrorKind::bad_input);
            CHECK(outcome.error().sentence.find(each.reason) != std::string::npos);
        }
    }
}

TEST_CASE("A draft has its serial, its thirteen digits and its last day") {
    const auto voucher = draft(range, 17, Money::minor(500), 2026y / 12 / 20, 30);
    REQUIRE(voucher);
    CHECK(voucher->serial.text() == "MG-29-0000000017");
    CHECK(voucher->ean13 == "2900000000179");
    CHECK(voucher->value == Money::minor(500));
    CHECK(voucher->expires == 2027y / 1 / 19);
    CHECK(voucher->state == State::drafted);
    CHECK(voucher->qr.empty());
}

TEST_CASE("Numbers outside the range are refused with the way to a new one") {
    for (const std::uint64_t number : {99u, 201u}) {
        const auto outcome = draft({"29", 100, 200}, number, Money::minor(1), 2026y / 1 / 1, 1);
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().kind == ErrorKind::refused);
        CHECK(outcome.error().sentence.find("[register]") != std::string::npos);
    }
    CHECK(draft({"29", 100, 200}, 200, Money::minor(1), 2026y / 1 / 1, 0));
}

TEST_CASE("What is signed names serial, value, currency, last day and device") {
    const auto voucher = draft(range, 17, Money::minor(1250), 2026y / 1 / 5, 90);
    CHECK(qr_body(*voucher, *Currency::from_code("KWD"), "00ff") ==
          "MG1.MG-29-0000000017.1250.KWD.20260405.00ff");
}

TEST_CASE("States are read back from their words") {
    for (const auto state : all_states) CHECK(state_from_word(word(state)) == state);
    CHECK_FALSE(state_from_word("lost"));
}

TEST_CASE("A voucher moves only along its life, and the last three states are final") {
    const std::set<std::pair<State, State>> allowed{
        {State::drafted, State::issued},  {State::drafted, State::unsure},  {State::drafted, State::voided},
        {State::drafted, State::expired}, {State::issued, State::redeemed}, {State::issued, State::voided},
        {State::issued, State::expired},  {State::unsure, State::issued},   {State::unsure, State::redeemed},
        {State::unsure, State::voided},   {State::unsure, State::expired},
    };
    for (const auto from : all_states)
        for (const auto to : all_states) {
            CAPTURE(word(from), word(to));
            const auto outcome = may_become(from, to);
            CHECK(outcome.has_value() == allowed.contains({from, to}));
            if (!outcome) CHECK(outcome.error().kind == ErrorKind::refused);
        }
}

TEST_CASE("A second redemption says what happened to the voucher") {
    CHECK(may_become(State::redeemed, State::redeemed).error().sentence.find("redeemed already") !=
          std::string::npos);
    CHECK(may_become(State::expired, State::redeemed).error().sentence.find("past its last day") !=
          std::string::npos);
}
