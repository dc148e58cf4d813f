#include "app/core/catalogue/gtin.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using core::catalogue::check_digit;
using core::catalogue::Gtin;

TEST_CASE("GTINs of all widths are read and compare by value") {
    struct Accepted {
        std::string digits, text;
    };
    for (const auto& [digits, text] : std::vector<Accepted>{{"4006381333931", "4006381333931"},
                                                            {"04006381333931", "4006381333931"},
                                                            {"036000291452", "0036000291452"},
                                                            {"0036000291452", "0036000291452"},
                                                            {"96385074", "96385074"},
                                                            {"00000096385074", "96385074"},
                                                            {"10614141000415", "10614141000415"}}) {
        INFO(digits);
        const auto gtin = Gtin::parse(digits);
        REQUIRE(gtin);
        CHECK(gtin->text() == text);
    }
    CHECK(Gtin::parse("036000291452").value() == Gtin::parse("00036000291452").value());
}

TEST_CASE("what is not a GTIN is refused with the reason") {
    struct Refused {
        std::string digits, reason;
    };
    for (const auto& [digits, reason] : std::vector<Refused>{{"", "other characters"},
                                                             {"4006381333932", "should be 1"},
                                                             {"400638133393", "should be"},
                                                             {"40063813339", "11 digits"},
                                                             {"4006381 33931", "other characters"},
                                                             {"123456789", "9 digits"},
                                                             {"000000000000", "zeros"},
                                                             {"123456789012345", "15 digits"},
                                                             {"４００６３８１３", "other characters"}}) {
        INFO(digits);
        const auto gtin = Gtin::parse(digits);
        REQUIRE_FALSE(gtin);
        CHECK(gtin.error().kind == ErrorKind::bad_input);
        CHECK_THAT(gtin.error().detail, Catch::Contains(reason));
    }
}

TEST_CASE("check digits follow the GS1 General Specifications") {
    CHECK(check_digit("629104150021") == '3');
    CHECK(check_digit("981376503001") == '1');
    CHECK(check_digit("982850801010") == '6');
    CHECK(check_digit("") == '0');
}
