#include <catch2/catch.hpp>

#include "app/base/money.hpp"

using namespace makegood;
using base::format;
using base::format_plain;
using base::parse_money;

namespace {

Currency currency(std::string_view code) {
    return Currency::from_code(code).value();
}

struct Accepted {
    std::string text;
    std::string code;
    std::int64_t minor;
    char mark = 0;
};
struct Refused {
    std::string text;
    std::string code;
    char mark = 0;
};

}  // namespace

TEST_CASE("currencies have the decimals of ISO 4217") {
    CHECK(currency("JPY").exponent() == 0);
    CHECK(currency("USD").exponent() == 2);
    CHECK(currency("EUR").exponent() == 2);
    CHECK(currency("CHF").exponent() == 2);
    CHECK(currency("KWD").exponent() == 3);
    CHECK(currency("XAF").exponent() == 0);
    CHECK(Currency().code() == "XXX");
    for (const auto* code : {"", "usd", "US", "USDX", "XXX", "DEM", "XAU", "123"}) {
        INFO(code);
        CHECK_FALSE(Currency::from_code(code));
    }
}

TEST_CASE("amounts are written for people and for files") {
    const auto cases = std::vector<std::tuple<std::string, std::int64_t, std::string, std::string>>{
        {"USD", 410, "$4.10", "4.10"},
        {"USD", -5, "-$0.05", "-0.05"},
        {"CHF", 410, "4.10 CHF", "4.10"},
        {"JPY", 410, "¥410", "410"},
        {"KWD", 1250, "1.250 KWD", "1.250"},
        {"EUR", 0, "€0.00", "0.00"},
        {"KWD", -1, "-0.001 KWD", "-0.001"},
        {"EUR", 123456789, "€1234567.89", "1234567.89"},
        {"JPY", 0, "¥0", "0"},
    };
    for (const auto& [code, minor, people, plain] : cases) {
        CHECK(format(Money::minor(minor), currency(code)) == people);
        CHECK(format_plain(Money::minor(minor), currency(code)) == plain);
    }
    CHECK(format_plain(Money::minor(INT64_MIN), currency("USD")) == "-92233720368547758.08");
}

TEST_CASE("amounts are read as people and programs write them") {
    const auto cases = std::vector<Accepted>{
        {"1234.5", "USD", 123450},
        {"1.234,50", "EUR", 123450},
        {"1 234,50", "EUR", 123450},
        {"1,234.50", "USD", 123450},
        {"€ 4,10", "EUR", 410},
        {"4,10 €", "EUR", 410},
        {"4.10 CHF", "CHF", 410},
        {"CHF 1'234.50", "CHF", 123450},
        {"1’234.50", "CHF", 123450},
        {"1\u00A0234,50\u00A0€", "EUR", 123450},
        {"1\u202F234,50", "EUR", 123450},
        {"-3", "USD", -300},
        {"-$3.25", "USD", -325},
        {"$-3.25", "USD", -325},
        {"\u22123,25", "EUR", -325},
        {"£0.05", "GBP", 5},
        {".5", "USD", 50},
        {"5.", "USD", 500},
        {"0", "USD", 0},
        {"EUR 19.90", "EUR", 1990},
        {"1,234", "USD", 123400},
        {"1.234", "EUR", 123400},
        {"1.234", "KWD", 1234},
        {"1,250", "KWD", 1250},
        {"1,234", "JPY", 1234},
        {"￥1,234", "JPY", 1234},
        {"410", "JPY", 410},
        {"410.00", "JPY", 410},
        {"4.1000", "USD", 410},
        {"4.100", "USD", 410, '.'},
        {"4,100", "EUR", 410, ','},
        {"1.234", "USD", 123400, ','},
        {"1.234.567", "EUR", 123456700},
        {"1,23,456.00", "INR", 12345600},
        {"0.5", "USD", 50},
        {"0.500", "USD", 50},
        {"4,1", "EUR", 410},
        {"  4.10\t", "USD", 410},
        {"10000000000.00", "USD", 1'000'000'000'000},
    };
    for (const auto& [text, code, minor, mark] : cases) {
        INFO(text << " in " << code);
        const auto read = parse_money(text, currency(code), mark);
        REQUIRE(read);
        CHECK(read->minor() == minor);
    }
}

TEST_CASE("what is not an amount, or would lose digits, is refused") {
    const auto cases = std::vector<Refused>{
        {"", "USD"},
        {" ", "USD"},
        {"free", "USD"},
        {"4.105", "USD", '.'},
        {"0.125", "USD"},
        {"410.5", "JPY"},
        {"1.2345", "KWD"},
        {"4.10 USD", "CHF"},
        {"€4.10", "USD"},
        {"1.2.3", "USD"},
        {"1,23.45,6", "USD"},
        {"12,34", "USD", '.'},
        {"--3", "USD"},
        {"3-", "USD"},
        {"4.10.", "USD"},
        {".", "USD"},
        {"$", "USD"},
        {"1 2 3", "USD"},
        {"1e3", "USD"},
        {"1.23E+10", "USD"},
        {"4 .10", "USD"},
        {"99999999999999999999999", "USD"},
        {"10000000000.01", "USD"},
        {"variable", "USD"},
        {"4.1o", "USD"},
        {"٤", "USD"},
        {std::string(5000, '1'), "USD"},
    };
    for (const auto& [text, code, mark] : cases) {
        INFO(text << " in " << code);
        const auto read = parse_money(text, currency(code), mark);
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == ErrorKind::bad_input);
        CHECK(read.error().sentence.back() == '.');
    }
}

TEST_CASE("averages of other systems are rounded, and said to be") {
    const auto read = base::parse_money_rounded("1.2350", currency("USD"), '.');
    REQUIRE(read);
    CHECK(read->amount == Money::minor(124));
    CHECK(read->rounded);
    CHECK(base::parse_money_rounded("-1.2350", currency("USD"), '.')->amount == Money::minor(-124));
    CHECK(base::parse_money_rounded("1.2349", currency("USD"), '.')->amount == Money::minor(123));
    CHECK_FALSE(base::parse_money_rounded("1.2300", currency("USD"), '.')->rounded);
}

TEST_CASE("every amount that is written can be read back") {
    for (const auto* code : {"JPY", "USD", "EUR", "CHF", "KWD", "SEK", "BRL"})
        for (const std::int64_t minor : {-1'000'000'000'000LL, -123'456LL, -1LL, 0LL, 1LL, 9LL, 10LL, 99LL,
                                         100LL, 1'000LL, 123'456LL, 999'999LL, 1'000'000'000'000LL}) {
            INFO(code << " " << minor);
            CHECK(parse_money(format_plain(Money::minor(minor), currency(code)), currency(code), '.')
                      ->minor() == minor);
            CHECK(parse_money(format(Money::minor(minor), currency(code)), currency(code), '.')->minor() ==
                  minor);
        }
}
