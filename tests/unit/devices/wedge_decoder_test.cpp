#include <catch2/catch.hpp>

#include "devices/scanner/wedge_decoder.hpp"

using namespace makegood;
using devices::scanner::WedgeDecoder;
using ports::Scan;
using std::chrono::milliseconds;

namespace {

struct Typist {
    WedgeDecoder decoder;
    Duration now{1'000'000};

    std::vector<Scan> type(std::u32string_view keys, Duration each) {
        std::vector<Scan> scans;
        for (const auto key : keys) {
            now += each;
            if (auto scan = decoder.feed(key, now)) scans.push_back(*scan);
        }
        return scans;
    }
};

struct Case {
    std::u32string keys;
    int milliseconds_each;
    std::vector<Scan> expected;
};

}  // namespace

TEST_CASE("scans are told from typing by their speed and their end") {
    const std::vector<Case> cases{
        {U"5901234123457\r", 5, {{"5901234123457", "", false}}},
        {U"5901234123457\n", 34, {{"5901234123457", "", false}}},
        {U"5901234123457\t", 1, {{"5901234123457", "", false}}},
        {U"5901234123457\r\n", 1, {{"5901234123457", "", false}}},
        {U"5901234123457\r", 35, {}},   // as fast as a person can
        {U"5901234123457\r", 200, {}},  // a person
        {U"5901234123457", 1, {}},      // no end yet
        {U"1234\r", 1, {{"1234", "", false}}},
        {U"123\r", 1, {}},  // too short
        {U"\r", 1, {}},
        {U"]E05901234123457\r", 1, {{"5901234123457", "]E0", false}}},
        {U"]C1010952123456788110ABC\u001D2112345\r",
         1,
         {{"010952123456788110ABC\x1D"
           "2112345",
           "]C1", false}}},
        {U"]Q1https://id.example.org/01/09521234567881\r",
         1,
         {{"https://id.example.org/01/09521234567881", "]Q1", false}}},
        {U"]E0\r", 1, {}},                          // an identifier of nothing
        {U"]12345\r", 1, {{"]12345", "", false}}},  // no letter: no identifier
        {U"MG1.MG-29-1.5.EUR\r", 1, {{"MG1.MG-29-1.5.EUR", "", false}}},
        {U"caf\u00e9 \u20ac \U0001F600\r", 1, {{"caf\u00e9 \u20ac \U0001F600", "", false}}},
        {U"12\b34\r", 1, {{"1234", "", false}}},  // other control characters are not text
        {U"1111\r2222\r", 1, {{"1111", "", false}, {"2222", "", false}}},
        {U"1111\r1111\r", 1, {{"1111", "", false}, {"1111", "", true}}},
    };
    for (const auto& test : cases) {
        Typist typist;
        INFO(test.keys.size() << " keys, " << test.milliseconds_each << " ms");
        CHECK(typist.type(test.keys, milliseconds(test.milliseconds_each)) == test.expected);
    }
}

TEST_CASE("what was typed before a scan does not become part of it") {
    Typist typist;
    typist.type(U"milk", milliseconds(150));
    typist.now += milliseconds(500);
    const auto scans = typist.type(U"5901234123457\r", milliseconds(3));
    REQUIRE(scans.size() == 1);
    CHECK(scans[0].text == "5901234123457");
}

TEST_CASE("the same code is marked within a second and free afterwards") {
    Typist typist;
    CHECK_FALSE(typist.type(U"5901234123457\r", milliseconds(1)).at(0).repeated);
    typist.now += milliseconds(900);
    CHECK(typist.type(U"]E05901234123457\r", milliseconds(1)).at(0).repeated);
    CHECK_FALSE(typist.type(U"4006381333931\r", milliseconds(1)).at(0).repeated);
    CHECK_FALSE(typist.type(U"5901234123457\r", milliseconds(1)).at(0).repeated);
    typist.now += milliseconds(1001);
    CHECK_FALSE(typist.type(U"5901234123457\r", milliseconds(1)).at(0).repeated);
}

TEST_CASE("a key that is held down for ever is no scan and takes no memory") {
    Typist typist;
    CHECK(typist.type(std::u32string(100'000, U'x') + U"\r", milliseconds(1)).empty());
    CHECK(typist.decoder.pending() == 0);
    CHECK(typist.type(U"5901234123457\r", milliseconds(1)).size() == 1);
}
