// Scans and typing come through the same keyboard and are told apart on every screen.
#include <catch2/catch.hpp>

#include "app/terminal/presenter/event_clock.hpp"
#include "app/terminal/presenter/key_sorter.hpp"
#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using namespace std::chrono_literals;

namespace {
constexpr Duration gap = 50ms;

// Types the keys with this much time between them; answers what was typed, and the scan in brackets.
std::string sorted(const std::u32string& keys, Duration apart) {
    KeySorter sorter(quick_keys(), gap);
    std::string seen;
    Duration steady = seconds(10);
    const auto add = [&](const std::u32string& typed) {
        for (const char32_t key : typed) seen += key == U'\n' ? '/' : static_cast<char>(key);
    };
    for (const char32_t key : keys) {
        const auto result = sorter.key(key, steady);
        add(result.typed);
        if (result.scan) seen += "[" + *result.scan + "]";
        steady += apart;
    }
    add(sorter.flush(steady + gap));
    CHECK_FALSE(sorter.waiting());
    return seen;
}
}  // namespace

TEST_CASE("keys: fast and ended by Enter is a scan, all else is typed", "[presenter]") {
    struct Case {
        std::u32string keys;
        Duration apart;
        std::string seen;
    };
    for (const Case& c :
         {Case{U"4006381333931\n", 5ms, "[4006381333931]"}, Case{U"4006381333931\n", 0ms, "[4006381333931]"},
          Case{U"coconut\n", 120ms, "coconut/"}, Case{U"coconut", 20ms, "coconut"}, Case{U"co\n", 5ms, "co/"},
          Case{U"a", 5ms, "a"}, Case{U"\n", 5ms, "/"},
          Case{U"4006381333931\n4006381333931\n", 5ms, "[4006381333931][4006381333931]"}}) {
        INFO(c.seen);
        CHECK(sorted(c.keys, c.apart) == c.seen);
    }
}

TEST_CASE("keys: separators inside a scan do not tear it", "[presenter]") {
    CHECK(sorted(U"01095200\x1d"
                 U"10AB\n",
                 5ms) ==
          "[01095200\x1d"
          "10AB]");
}

TEST_CASE("keys: an event's own time counts, not when it is handled", "[presenter]") {
    EventClock clock;
    CHECK(clock.when(5000, 100s) == 100s);
    CHECK(clock.when(5005, 100s + 400ms) == 100s + 5ms);  // handled late
    CHECK(clock.when(5010, 100s + 401ms) == 100s + 10ms);
    CHECK(clock.when(6000, 100s + 990ms) == 100s + 990ms);  // handled sooner than the first
    CHECK(clock.when(6005, 101s) == 100s + 995ms);
    CHECK(clock.when(0, 102s) == 102s);
    CHECK(clock.when(10, 200s) == 200s);  // the other clock has begun anew
    CHECK(clock.when(4'000'000'000, 201s) == 201s);
}

TEST_CASE("keys: a window that was busy in the middle of a scan tears nothing", "[presenter]") {
    Counter counter;
    counter.sign_in();
    Duration handled = seconds(3000);
    std::int64_t event = 70'000;
    for (const char32_t key : std::u32string(U"9520000000011\n")) {
        counter.presenter.key(key, handled, event += 5);
        handled += 5ms;
        if (event == 70'030) handled += 300ms;
    }
    CHECK(counter.asked_last() == "stock-out 9520000000011 x1 by p1");
    CHECK(counter.shows<Home>());
}

TEST_CASE("keys: what was typed before a scan stays typed", "[presenter]") {
    KeySorter sorter(quick_keys(), gap);
    sorter.key(U'c', 1000ms);
    Duration steady = 1200ms;
    std::u32string typed;
    for (const char32_t key : std::u32string(U"400638\n")) {
        const auto result = sorter.key(key, steady);
        typed += result.typed;
        if (result.scan) CHECK(*result.scan == "400638");
        steady += 5ms;
    }
    CHECK(typed == U"c");
    CHECK_FALSE(sorter.waiting());
}

TEST_CASE("keys: without a scanner every key is typed at once", "[presenter]") {
    KeySorter sorter({}, gap);
    CHECK(sorter.key(U'a', 1s).typed == U"a");
    CHECK_FALSE(sorter.waiting());
}

TEST_CASE("keys: a scan leaves no character behind on any screen", "[presenter]") {
    Counter counter;
    counter.sign_in();
    SECTION("home") {
        counter.scan("9520000000011");
    }
    SECTION("search") {
        counter.search("co");
        counter.scan("9520000000011");
        CHECK(counter.body<Search>().text == "co");
        CHECK(counter.asked("search") == 1);
    }
    SECTION("offers") {
        counter.offers();
        counter.scan("9520000000035");
        CHECK(counter.asked("search") == 0);
    }
    SECTION("given") {
        counter.give();
        counter.scan("9520000000035");
        CHECK(counter.shows<Given>());
    }
    SECTION("promises") {
        counter.touch("tile:promises");
        counter.scan("9520000000011");
    }
    SECTION("over a sheet") {
        counter.touch("sign-out");
        counter.scan("9520000000011");
        CHECK_FALSE(counter.screen().sheet);
        CHECK(counter.shows<Home>());
    }
    CHECK(counter.asked_last().find("stock-out 95200000000") == 0);
    counter.wait(1s);
    CHECK_FALSE(counter.presenter.keys_wait());
    CHECK_FALSE(counter.shows<SignIn>());
}

TEST_CASE("keys: a scan while something is being recorded asks for another", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("card:o1-1.1");
    counter.scan("9520000000035");
    CHECK(counter.asked("stock-out") == 1);
    CHECK(counter.screen().strip == "One moment, then scan it again.");
    counter.backend.gives.answer(given());
    counter.scan("9520000000035");
    CHECK(counter.asked("stock-out") == 2);
}

TEST_CASE("keys: a key waits at most the burst gap", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.presenter.key(U'c', seconds(5000));
    CHECK(counter.presenter.keys_wait());
    CHECK(counter.shows<Home>());
    counter.presenter.tick(noon(), seconds(5000) + 50ms);
    CHECK_FALSE(counter.presenter.keys_wait());
    CHECK(counter.shows<Search>());
}
