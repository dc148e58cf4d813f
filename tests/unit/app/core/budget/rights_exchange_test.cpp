// What a register takes in, and from which exchange.
#include "tests/unit/app/core/budget/two_sides.hpp"

using namespace makegood;
using namespace makegood::tests;

namespace {

struct Shop {
    Register till{"r1"};
    Hub hub{1000};
    Shop() { enrol(hub.book, till.book.device); }
};

}  // namespace

TEST_CASE("What is promised is in force once the hub has seen that it was written down") {
    Shop shop;
    knock_at(shop.till, shop.hub);
    REQUIRE(ask(shop.till, shop.hub, 100) == Heard::taken_in);
    CHECK(out(shop.hub.pot()) == cents(100));
    CHECK(shop.till.held_now() == cents(0));
    CHECK(waits_for_hello(shop.till.book));
    REQUIRE(ask(shop.till, shop.hub) == Heard::taken_in);
    CHECK(shop.till.held_now() == cents(100));
    CHECK_FALSE(waits_for_hello(shop.till.book));
}

TEST_CASE("An Answer of another exchange, epoch or hub changes nothing") {
    struct Case {
        const char* what;
        void (*spoil)(Answer&);
    };
    const Case cases[] = {
        {"another exchange", [](Answer& answer) { answer.nonce += 1; }},
        {"another epoch", [](Answer& answer) { answer.epoch += 1; }},
        {"another hub", [](Answer& answer) { answer.hub_epoch += 1; }},
        {"a hub that was replaced", [](Answer& answer) { answer.hub_epoch -= 1; }},
        {"an epoch that is over", [](Answer& answer) { answer.renewed = true, answer.epoch -= 1; }},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        Shop shop;
        knock_at(shop.till, shop.hub);
        auto answer = shop.hub.answer(shop.till.say(1, 100)).value();
        const auto before = shop.till.book;
        auto spoiled = answer;
        each.spoil(spoiled);
        CHECK(hear(shop.till.exchange, shop.till.book, spoiled) == Heard::ignored);
        CHECK(shop.till.book == before);
        CHECK(hear(shop.till.exchange, shop.till.book, answer) == Heard::taken_in);
        const auto after = shop.till.book;
        CHECK(hear(shop.till.exchange, shop.till.book, answer) == Heard::ignored);  // doubled
        CHECK(shop.till.book == after);
    }
}

TEST_CASE("Nothing is taken in outside of an exchange") {
    Shop shop;
    knock_at(shop.till, shop.hub);
    const auto answer = shop.hub.answer(shop.till.say(1, 100)).value();
    const auto before = shop.till.book;
    SECTION("hung up, as after a start") {
        hang_up(shop.till.exchange);
        CHECK(hear(shop.till.exchange, shop.till.book, answer) == Heard::ignored);
    }
    SECTION("knocked again in the meantime") {
        const auto knocked = knock(shop.till.exchange, shop.till.book, 2);
        CHECK(hear(shop.till.exchange, shop.till.book, answer) == Heard::ignored);
        CHECK(hear(shop.till.exchange, shop.till.book, shop.hub.welcome(knocked)));
    }
    CHECK(shop.till.book.pots == before.pots);
}

TEST_CASE("A Welcome is heard once, for its own Knock, from this hub or a newer one") {
    Shop shop;
    auto& [till, hub] = shop;
    till.book.hub_epoch = 1;
    const auto late = hub.welcome(knock(till.exchange, till.book, 1));
    const auto welcome = hub.welcome(knock(till.exchange, till.book, 2));
    auto older = welcome;
    older.hub_epoch = 0;
    CHECK_FALSE(hear(till.exchange, till.book, late));
    CHECK_FALSE(hear(till.exchange, till.book, older));
    CHECK(hear(till.exchange, till.book, welcome));
    CHECK_FALSE(hear(till.exchange, till.book, welcome));
}

TEST_CASE("Late and doubled messages do not close what is open, and are no reason to suspect a register") {
    Shop shop;
    auto& [till, hub] = shop;
    const auto old_knock = knock(till.exchange, till.book, 1);
    hub.welcome(old_knock);
    get(till, hub, 100);
    const auto first = till.say(2);
    REQUIRE(till.take_in(hub.answer(first).value()) == Heard::taken_in);
    hub.welcome(old_knock);
    CHECK(hub.answer(first).error() == HubRefusal::no_exchange);
    CHECK(ask(till, hub) == Heard::taken_in);
    CHECK(till.book.epoch == 1);
    CHECK(hub.pot().accounts.size() == 1);
}

TEST_CASE(
    "A new hub makes void what waited for the lost one, and what was taken under that one stays spent") {
    Shop shop;
    auto& [till, hub] = shop;
    get(till, hub, 100);
    REQUIRE(ask(till, hub, 50) == Heard::taken_in);
    REQUIRE(find(till.book, store)->promised == cents(150));
    const Charge charges[] = {{store, cents(20)}};
    const auto before = take(till.book, charges), waits = take(till.book, charges);
    release(till.book, *waits);
    auto welcome = hub.welcome(knock(till.exchange, till.book, 1));
    welcome.hub_epoch = 2;
    REQUIRE(hear(till.exchange, till.book, welcome));
    CHECK(till.book.hub_epoch == 2);
    CHECK(find(till.book, store)->promised == cents(100));
    release(till.book, *before);
    undo(till.book, *before);
    CHECK_FALSE(waits_for_hello(till.book));
    CHECK(till.held_now() == cents(60));
}

TEST_CASE("A recall says what it is for") {
    Shop shop;
    auto& [till, hub] = shop;
    get(till, hub, 600);
    Register other("r2");
    enrol(hub.book, other.book.device);
    knock_at(other, hub);
    REQUIRE(ask(other, hub, 900) == Heard::taken_in);
    std::vector<std::pair<PotId, Recall>> recalls;
    hear(till.exchange, till.book, hub.answer(till.say(1)).value(), &recalls);
    REQUIRE(recalls.size() == 1);
    CHECK(recalls[0].second.reason == RecallFor::stock);
    set_limit(hub.book, store, limit_of(100));
    recalls.clear();
    hear(till.exchange, till.book, hub.answer(till.say(2)).value(), &recalls);
    REQUIRE(recalls.size() == 1);
    CHECK(recalls[0].second == Recall{till.held_now(), RecallFor::owner});
}
