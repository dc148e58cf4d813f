#include <catch2/catch.hpp>

#include "app/core/budget/rights_sharing.hpp"

using namespace makegood;
using namespace makegood::core::budget;

namespace {

Amount cents(std::int64_t cost) {
    return {Money::minor(cost), {}};
}
Figures granted(std::int64_t cents_granted, std::int64_t used = 0) {
    Figures figures;
    figures.granted = cents(cents_granted);
    figures.used = cents(used);
    return figures;
}

}  // namespace

TEST_CASE("A share is never above what is free or what is wanted") {
    for (const std::int64_t free : {0, 1, 7, 100, 1000})
        for (const std::int64_t wanted : {0, 1, 50, 5000})
            for (const std::int64_t has : {0, 100, 2000})
                for (const std::int64_t registers : {1, 3, 32})
                    for (const std::int64_t left : {0, 50, 100}) {
                        const Share asked{Money::minor(free),   Money::minor(1000), Money::minor(has),
                                          Money::minor(wanted), registers,          Percent::whole(left)};
                        const auto given = share(asked, {});
                        CHECK(given >= Money{});
                        CHECK(given <= std::min(asked.free, asked.asker_wants));
                    }
}

TEST_CASE("The first shares are equal and leave something at the hub") {
    auto free = Money::minor(10'000);
    for (int at = 0; at < 4; ++at) {
        const auto given =
            share({free, Money::minor(10'000), {}, as_much_as_is_fair.cost, 4, Percent::whole(100)}, {});
        CHECK(given == Money::minor(1'875));
        free -= given;
    }
    CHECK(free == Money::minor(2'500));
}

TEST_CASE("At the end of the period all is given") {
    const Share last{Money::minor(900), Money::minor(1'000), Money::minor(500), Money::minor(5'000), 8,
                     Percent::whole(0)};
    CHECK(share(last, {}) == Money::minor(900));
}

TEST_CASE("A register asks at half, for its use of the next hours") {
    struct Case {
        const char* what;
        Figures figures;
        std::int64_t last_held, needed, asked;
    };
    const Case cases[] = {
        {"enough", granted(1000, 400), 1000, 300, 0},
        {"at half, by little use", granted(1000, 501), 1000, 300, 0},
        {"below half, by much use", granted(1000, 501), 1000, 900, 401},
        {"above half, but below its need", granted(1000, 100), 1000, 1200, 300},
        {"nothing left and no use known", granted(1000, 1000), 1000, 0, 0},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        CHECK(wish(each.figures, cents(each.last_held), cents(each.needed), {}) == cents(each.asked));
    }
    CHECK(wish({}, {}, {}, {}) == as_much_as_is_fair);
}

TEST_CASE("A register returns what it does not need, and what the owner called back in any case") {
    struct Case {
        const char* what;
        std::int64_t needed, recalled;
        bool lowered, idle;
        std::int64_t returned;
    };
    const Case cases[] = {
        {"nobody asks", 300, 0, false, false, 0},
        {"another needs little", 300, 200, false, false, 200},
        {"another needs much", 300, 5000, false, false, 700},
        {"it needs all itself", 2000, 500, false, false, 0},
        {"idle", 300, 0, false, true, 350},
        {"idle and another needs more", 300, 600, false, true, 600},
        {"the owner lowered the limit", 2000, 400, true, false, 400},
        {"by more than is held", 300, 4000, true, false, 1000},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        const auto returned =
            spare(granted(1000), cents(each.needed), cents(each.recalled), each.lowered, each.idle);
        CHECK(returned == cents(each.returned));
    }
}

TEST_CASE("A steady use is known after some hours and forgotten after some more") {
    Use use;
    for (int minute = 0; minute < 480; ++minute)
        use = with(after(use, minute % 10 == 0 ? 10 : 0), cents(minute % 10 == 0 ? 100 : 0));
    CHECK(use.per_hour.cost >= Money::minor(500));
    CHECK(use.per_hour.cost <= Money::minor(760));
    CHECK(use.largest == cents(100));
    use = after(use, 600);
    CHECK(use.per_hour.cost <= Money::minor(2));
    CHECK(use.idle_minutes == 600);
    CHECK(need(use, 60, {}).cost >= Money::minor(100));
    CHECK(after(use, std::int64_t{1} << 40).per_hour == Amount{});
}
