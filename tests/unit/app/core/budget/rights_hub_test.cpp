// What the hub grants, refuses and says.
#include "tests/unit/app/core/budget/two_sides.hpp"

using namespace makegood;
using namespace makegood::tests;

namespace {

void enrol_all(Hub& hub, std::initializer_list<Register*> tills) {
    for (auto* till : tills) enrol(hub.book, till->book.device);
}

}  // namespace

TEST_CASE("The hub refuses who and what it must") {
    struct Case {
        const char* what;
        void (*spoil)(Hub&, Hello&);
        HubRefusal refusal;
    };
    const Case cases[] = {
        {"a register nobody enrolled", [](Hub&, Hello& hello) { hello.device = DeviceId("r9"); },
         HubRefusal::unknown_device},
        {"one that was revoked", [](Hub& hub, Hello& hello) { revoke(hub.book, hello.device); },
         HubRefusal::revoked},
        {"a challenge that was never given", [](Hub&, Hello& hello) { hello.challenge += 1; },
         HubRefusal::no_exchange},
        {"no challenge", [](Hub&, Hello& hello) { hello.challenge = 0; }, HubRefusal::no_exchange},
        {"a start of the hub in between", [](Hub& hub, Hello&) { hub.desk = {}; }, HubRefusal::no_exchange},
        {"another hub's register", [](Hub&, Hello& hello) { hello.hub_epoch += 1; }, HubRefusal::other_hub},
        {"less than nothing used", [](Hub&, Hello& hello) { hello.pots[0].figures.used = cents(-1); },
         HubRefusal::impossible},
        {"more used than granted", [](Hub&, Hello& hello) { hello.pots[0].figures.used = cents(301); },
         HubRefusal::impossible},
        {"more freed than used", [](Hub&, Hello& hello) { hello.pots[0].figures.freed = cents(1); },
         HubRefusal::impossible},
        {"more released than used", [](Hub&, Hello& hello) { hello.pots[0].released = cents(1); },
         HubRefusal::impossible},
        {"less promised than granted", [](Hub&, Hello& hello) { hello.pots[0].promised = cents(299); },
         HubRefusal::impossible},
        {"less than nothing wanted", [](Hub&, Hello& hello) { hello.pots[0].want = cents(-1); },
         HubRefusal::impossible},
        {"a pot twice", [](Hub&, Hello& hello) { hello.pots.push_back(hello.pots[0]); },
         HubRefusal::impossible},
        {"more than this hub ever granted", [](Hub&, Hello& hello) { hello.pots[0].promised = cents(301); },
         HubRefusal::hub_fell_back},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        Register till("r1");
        Hub hub(1000);
        enrol_all(hub, {&till});
        get(till, hub, 300);
        auto hello = till.say(1, 50);
        each.spoil(hub, hello);
        const auto pots = hub.book.pots;
        const auto refused = hub.answer(hello);
        REQUIRE_FALSE(refused);
        CHECK(refused.error() == each.refusal);
        CHECK(hub.book.pots == pots);
        CHECK(hub.book.halted == (each.refusal == HubRefusal::hub_fell_back));
    }
}

TEST_CASE("A Knock of somebody who may not come in is refused") {
    Hub hub(1000);
    CHECK(answer(hub.desk, hub.book, {DeviceId("r1"), 1}, 2).error() == HubRefusal::unknown_device);
    enrol(hub.book, DeviceId("r1"));
    CHECK(answer(hub.desk, hub.book, {DeviceId("r1"), 1}, 2));
    revoke(hub.book, DeviceId("r1"));
    CHECK(answer(hub.desk, hub.book, {DeviceId("r1"), 1}, 2).error() == HubRefusal::revoked);
}

TEST_CASE("No more is granted than the limit, to the last cent") {
    Hub hub(1000);
    Register one("r1"), two("r2"), three("r3");
    enrol_all(hub, {&one, &two, &three});
    for (int round = 0; round < 40; ++round)
        for (auto* till : {&one, &two, &three}) {
            get(*till, hub, 400);
            CHECK(within(out(hub.pot()), cents(1000)));
        }
    CHECK(out(hub.pot()) == one.held_now() + two.held_now() + three.held_now());
    CHECK(within(free_amount(hub.pot()), cents(1)));
}

TEST_CASE("What is returned can be granted to another") {
    Hub hub(100);
    Register one("r1"), two("r2");
    enrol_all(hub, {&one, &two});
    for (int round = 0; round < 12; ++round) get(one, hub, 100);
    const auto had = one.held_now();
    give_up(one.book, store, cents(40));
    one.write("gave up");
    CHECK(free_amount(hub.pot()) == cents(100) - had);  // not before it was told
    REQUIRE(ask(one, hub) == Heard::taken_in);
    CHECK(free_amount(hub.pot()) == cents(140) - had);
    get(two, hub, 100);
    CHECK(within(one.held_now() + two.held_now(), cents(100)));
    CHECK(within(cents(20), two.held_now()));
}

TEST_CASE("A limit that was lowered below what is out: in force, still out, and nothing more") {
    Hub hub(1000);
    Register till("r1");
    enrol_all(hub, {&till});
    get(till, hub, 600);
    set_limit(hub.book, store, limit_of(200));
    CHECK(hub.pot().limit == limit_of(200));
    CHECK(still_out(hub.pot()) == cents(400));
    CHECK(free_amount(hub.pot()) == cents(0));
    get(till, hub, 100);
    CHECK(till.held_now() == cents(600));
    give_up(till.book, store, cents(500));
    till.write("gave up");
    REQUIRE(ask(till, hub) == Heard::taken_in);
    CHECK(still_out(hub.pot()) == cents(0));
    CHECK(free_amount(hub.pot()) == cents(100));
    set_limit(hub.book, store, limit_of(2000));
    CHECK(free_amount(hub.pot()) == cents(1900));
}

TEST_CASE("A period that is over is granted no more, is heard still, and never begins again once forgotten") {
    Hub hub(1000);
    Register till("r1");
    enrol_all(hub, {&till});
    get(till, hub, 300);
    end_period(hub.book, store.period);
    REQUIRE(till.give(120));
    get(till, hub, 300);
    CHECK(till.held_now() == cents(180));
    CHECK(used(hub.pot()) == cents(120));
    forget_period(hub.book, store.period);
    CHECK_FALSE(set_limit(hub.book, store, limit_of(1000)));
    REQUIRE(ask(till, hub, 100) == Heard::taken_in);
    CHECK(hub.book.pots.empty());
}

TEST_CASE("Worth is shared like cost where the limit has one") {
    Hub hub(1000);
    set_limit(hub.book, store, {Money::minor(1000), Money::minor(60)});
    Register till("r1");
    enrol_all(hub, {&till});
    knock_at(till, hub);
    const Want wants[] = {{store, cents(100, 400)}};
    for (int round = 0; round < 12; ++round)
        till.take_in(hub.answer(hello(till.exchange, till.book, till.at(),
                                      till.hash_at(till.exchange.prove_at), hub.draw(), wants))
                         .value());
    CHECK(till.held_now().worth <= Money::minor(60));
    CHECK(till.held_now().worth >= Money::minor(55));
    CHECK(find(till.book, store)->limit.worth == Money::minor(60));
}

TEST_CASE("A hub in place of a lost one freezes what nobody says that he holds, for that period only") {
    Hub hub(1000);
    Register one("r1"), two("r2");
    enrol_all(hub, {&one, &two});
    get(one, hub, 300);
    get(two, hub, 200);
    REQUIRE(one.give(100));
    const DeviceId devices[] = {one.book.device, two.book.device};
    const LostPot running[] = {{store, limit_of(1000), limit_of(1000)}};
    hub.book = replace_hub(hub.book.hub_epoch, devices, running);
    hub.desk = {};
    CHECK(free_amount(hub.pot()) == cents(0));
    knock_at(one, hub);
    REQUIRE(ask(one, hub, 50) == Heard::taken_in);
    CHECK(one.book.epoch == 1);
    CHECK(one.held_now() == cents(200));
    CHECK(hub.pot().lost == cents(700));
    CHECK(free_amount(hub.pot()) == cents(0));
    give_up(one.book, store, cents(60));
    one.write("gave up");
    REQUIRE(ask(one, hub) == Heard::taken_in);
    CHECK(free_amount(hub.pot()) == cents(60));
    knock_at(two, hub);
    REQUIRE(ask(two, hub) == Heard::taken_in);
    CHECK(hub.pot().lost == cents(500));
    CHECK(out(hub.pot()) == cents(440));
    CHECK(free_amount(hub.pot()) == cents(60));
    set_limit(hub.book, store, limit_of(1100));  // new money of the owner's
    CHECK(free_amount(hub.pot()) == cents(160));
    set_limit(hub.book, {"store", "2026-11-23"}, limit_of(1000));
    CHECK(free_amount(*find(hub.book, PotId{"store", "2026-11-23"})) == cents(1000));
}

TEST_CASE("A register that was enrolled and not adopted brings no rights of its own") {
    Hub elsewhere(1000), hub(1000);
    Register till("r1");
    enrol_all(elsewhere, {&till});
    enrol_all(hub, {&till});
    get(till, elsewhere, 300);
    knock_at(till, hub);
    REQUIRE(ask(till, hub) == Heard::renewed);
    CHECK(till.held_now() == cents(0));
    CHECK(till.book.epoch == 2);
    CHECK_FALSE(hub.book.halted);
}

TEST_CASE("A hub whose book was put back grants nothing until it is replaced") {
    Hub hub(1000);
    Register till("r1");
    enrol_all(hub, {&till});
    CHECK(start(hub.book, std::nullopt, 5));
    CHECK_FALSE(start(hub.book, 9, 6));
    get(till, hub, 100);
    CHECK(till.held_now() == cents(0));
}
