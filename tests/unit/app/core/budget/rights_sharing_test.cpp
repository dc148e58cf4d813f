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
                        const Share asked{Money::minor(free),
                                          Money::minor(1000),
                                          Money::minor(has),
                                          Money::minor(wanted),
                                          Money::minor(wanted / 3),
                                          Money::minor(wanted / 5),
                                          registers,
                                          Percent::whole(left)};
                        const auto given = share(asked, {});
                        CHECK(given >= Money{});
                        CHECK(given <= std::min(asked.free, asked.asker_wants));
                    }
}

TEST_CASE("The first shares are equal and leave something at the hub") {
    auto free = Money::minor(10'000);
    for (int at = 0; at < 4; ++at) {
        const auto given = share(
            {free, Money::minor(10'000), {}, as_much_as_is_fair.cost, {}, {}, 4, Percent::whole(100)}, {});
        CHECK(given == Money::minor(1'875));
        free -= given;
    }
    CHECK(free == Money::minor(2'500));
}

TEST_CASE("At the end of the period all is given") {
    const Share last{
        Money::minor(900), Money::minor(1'000), Money::minor(500), Money::minor(5'000), {}, {}, 8,
        Percent::whole(0)};
    CHECK(share(last, {}) == Money::minor(900));
}

TEST_CASE("A register asks at half, for its use of the next hours") {
    struct Case {
        const char* what;
        Figures figures;
        std::int64_t last_held, needed, on_screen;
        Wish wished;
    };
    const Case cases[] = {
        {"enough", granted(1000, 400), 1000, 300, 0, {}},
        {"at half, by little use", granted(1000, 501), 1000, 300, 0, {}},
        {"below half, by much use", granted(1000, 501), 1000, 900, 0, {cents(401), {}}},
        {"above half, but below its need", granted(1000, 100), 1000, 1200, 0, {cents(300), {}}},
        {"nothing left and no use known", granted(1000, 1000), 1000, 0, 0, {}},
        {"what is on the screen fits", granted(1000, 400), 1000, 300, 600, {}},
        {"what is on the screen does not fit", granted(1000, 400), 1000, 300, 650, {cents(50), cents(50)}},
        {"and more will be needed", granted(1000, 400), 1000, 900, 650, {cents(300), cents(50)}},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        const auto wished =
            wish(each.figures, cents(each.last_held), {cents(each.needed), {}}, cents(each.on_screen), {});
        CHECK(wished == each.wished);
    }
    CHECK(wish({}, {}, {}, cents(7), {}) == Wish{as_much_as_is_fair, cents(7)});
}

TEST_CASE("What is wanted at once is not halved") {
    Share asked{Money::minor(900),  Money::minor(1'000), Money::minor(500), Money::minor(700), {}, {}, 8,
                Percent::whole(100)};
    CHECK(share(asked, {}) == Money::minor(450));
    asked.asker_wants_at_once = Money::minor(600);
    CHECK(share(asked, {}) == Money::minor(600));
    asked.others_want_at_once = Money::minor(800);
    CHECK(share(asked, {}) == Money::minor(600));
    asked.asker_wants_at_once = {};
    CHECK(share(asked, {}) == Money::minor(50));
    asked.asker_wants_at_once = Money::minor(600);
    asked.free = Money::minor(550);
    CHECK(share(asked, {}) == Money::minor(550));
}

TEST_CASE("A register returns what it does not need, by who needs it") {
    struct Case {
        const char* what;
        std::int64_t ahead, soon, recalled;
        RecallFor reason;
        bool idle;
        std::int64_t returned;
    };
    const Case cases[] = {
        {"nobody asks", 300, 50, 0, RecallFor::stock, false, 0},
        {"another has little", 300, 50, 200, RecallFor::stock, false, 200},
        {"another has very little", 300, 50, 5000, RecallFor::stock, false, 700},
        {"it needs all itself", 2000, 50, 500, RecallFor::stock, false, 0},
        {"but a customer stands elsewhere", 2000, 50, 500, RecallFor::customer, false, 500},
        {"a customer who wants very much", 2000, 50, 5000, RecallFor::customer, false, 950},
        {"and here one will stand soon", 2000, 1500, 500, RecallFor::customer, false, 0},
        {"idle", 300, 50, 0, RecallFor::stock, true, 350},
        {"idle and another needs more", 300, 50, 600, RecallFor::stock, true, 600},
        {"the owner lowered the limit", 2000, 1500, 400, RecallFor::owner, false, 400},
        {"by more than is held", 300, 50, 4000, RecallFor::owner, true, 1000},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        const Recall recall{cents(each.recalled), each.reason};
        CHECK(spare(granted(1000), {cents(each.ahead), cents(each.soon)}, recall, each.idle) ==
              cents(each.returned));
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
    CHECK(need(use, 60, {}).ahead.cost >= Money::minor(100));
    CHECK(after(use, std::int64_t{1} << 40).per_hour == Amount{});
}

TEST_CASE("What a customer thinks over here is needed by nobody else") {
    const auto use = with({}, cents(200));
    const auto alone = need(use, 1440, {});
    const auto next = need(use, 1440, {}, {{}, cents(5000)});
    CHECK(next.ahead == cents(5000));
    CHECK(next.soon == alone.soon);
    const auto here = need(use, 1440, {}, {cents(900), cents(100)});
    CHECK(here.ahead == greatest(alone.ahead, cents(900)));
    CHECK(here.soon == cents(900));
    const Recall recall{cents(5000), RecallFor::customer};
    CHECK(spare(granted(1000), here, recall, true) == cents(100));
    CHECK(spare(granted(1000), alone, recall, false).cost > Money::minor(900));
}
