#include "app/core/budget/budget.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using namespace makegood::core::budget;
using namespace std::chrono;

namespace {

Money cents(std::int64_t count) {
    return Money::minor(count);
}
const Currency dollars = *Currency::from_code("USD");

Period period(std::int64_t limit, std::int64_t reserved = 0, std::int64_t spent = 0) {
    Period made;
    made.name = "2026-11-22";
    made.limit.cost = cents(limit);
    made.reserved_cost = cents(reserved);
    made.spent_cost = cents(spent);
    return made;
}

}  // namespace

TEST_CASE("A period is named after its day, its ISO week or its month") {
    struct Case {
        PeriodKind kind;
        CivilDate date;
        std::string name;
    };
    const Case cases[] = {
        {PeriodKind::day, 2026y / 11 / 22, "2026-11-22"},
        {PeriodKind::month, 2026y / 11 / 22, "2026-11"},
        {PeriodKind::week, 2026y / 11 / 22, "2026-W47"},  // a Sunday: still the week of Monday 16
        {PeriodKind::week, 2026y / 11 / 23, "2026-W48"},
        {PeriodKind::week, 2021y / 1 / 3, "2020-W53"},  // the year of its Thursday
        {PeriodKind::week, 2021y / 1 / 4, "2021-W01"},
        {PeriodKind::week, 2018y / 12 / 31, "2019-W01"},
        {PeriodKind::week, 2016y / 1 / 1, "2015-W53"},
        {PeriodKind::week, 2024y / 12 / 30, "2025-W01"},
    };
    for (const auto& each : cases) CHECK(period_of(each.kind, each.date) == each.name);
}

TEST_CASE("The name of a period tells the days that it is made of") {
    struct Case {
        std::string name;
        Span days;
    };
    const Case cases[] = {
        {"2026-11-22", {2026y / 11 / 22, 2026y / 11 / 22}}, {"2026-11", {2026y / 11 / 1, 2026y / 11 / 30}},
        {"2024-02", {2024y / 2 / 1, 2024y / 2 / 29}},       {"2026-W47", {2026y / 11 / 16, 2026y / 11 / 22}},
        {"2020-W53", {2020y / 12 / 28, 2021y / 1 / 3}},     {"2019-W01", {2018y / 12 / 31, 2019y / 1 / 6}},
    };
    for (const auto& each : cases) {
        INFO(each.name);
        CHECK(span_of(each.name) == each.days);
    }
    for (const char* name :
         {"", "2026", "2026-13", "2026-W54", "2026-W00", "2026-W4x", "2026-11-31", "someday"}) {
        INFO(name);
        CHECK_FALSE(span_of(name));
    }
}

TEST_CASE("The words of a kind of period are read back") {
    for (const auto kind : {PeriodKind::day, PeriodKind::week, PeriodKind::month})
        CHECK(period_kind_from_word(word(kind)) == kind);
    CHECK_FALSE(period_kind_from_word("year"));
}

TEST_CASE("Money is reserved to the last cent and not one more") {
    const auto full = reserve(period(1000, 300, 200), cents(500), cents(900), dollars);
    REQUIRE(full);
    CHECK(full->reserved_cost == cents(800));
    CHECK(full->reserved_worth == cents(900));
    CHECK(full->available_cost() == Money{});

    const auto refused = reserve(period(1000, 300, 200), cents(501), cents(900), dollars);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::refused);
    CHECK(refused.error().sentence.find("$5.00 is left of today's money") != std::string::npos);
    CHECK(refused.error().sentence.find("$5.01") != std::string::npos);
}

TEST_CASE("An empty purse is refused in other words than a small one") {
    const auto refused = reserve(period(1000, 0, 1000), cents(1), cents(1), dollars);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence ==
          "Nothing is left of today's money. Choose an option that costs nothing, or ask a manager.");
}

TEST_CASE("Worth has a limit of its own where the owner set one") {
    auto limited = period(1000);
    limited.limit.worth = cents(700);
    CHECK(reserve(limited, cents(100), cents(700), dollars));
    const auto refused = reserve(limited, cents(100), cents(701), dollars);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.find("is worth $7.01") != std::string::npos);
    CHECK(limited.available_worth() == cents(700));
    CHECK_FALSE(period(1000).available_worth());
}

TEST_CASE("A limit lowered below what is out stops reserving and shows nothing left") {
    const auto lowered = period(100, 300, 200);
    CHECK(lowered.available_cost() == Money{});
    CHECK_FALSE(reserve(lowered, cents(1), Money{}, dollars));
    CHECK(reserve(lowered, Money{}, Money{}, dollars));
}

TEST_CASE("Amounts near the end of the number range do not overflow") {
    auto huge = period(INT64_MAX, INT64_MAX - 10, 5);
    CHECK(huge.fits(cents(5), Money{}));
    CHECK_FALSE(huge.fits(cents(6), Money{}));
    CHECK_FALSE(huge.fits(cents(INT64_MAX), Money{}));
}

TEST_CASE("A reservation goes back, or becomes spending with the rest given back") {
    auto state = *reserve(period(1000), cents(400), cents(600), dollars);
    CHECK(release(state, cents(400), cents(600)) == period(1000));
    state = settle(state, cents(400), cents(600), cents(150), cents(200));
    CHECK(state.reserved_cost == Money{});
    CHECK(state.reserved_worth == Money{});
    CHECK(state.spent_cost == cents(150));
    CHECK(state.spent_worth == cents(200));
    CHECK(state.available_cost() == cents(850));
}
