#include "app/terminal/presenter/join_screen.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using service::HubMembership;
using State = HubMembership::State;

namespace {

const std::string ticket = "MAKEGOOD:1:7K3QM0ZT4W:" + std::string(64, 'A') + ":HTTPS://HUB.EXAMPLE:8443";

ports::Person owner() {
    auto person = bo();
    person.role = ports::Role::owner;
    return person;
}

HubMembership waits() {
    return {.state = State::waits,
            .address = "https://hub.example:8443",
            .digits = "482 915",
            .since = noon(),
            .until = noon() + std::chrono::minutes(10)};
}

// At the registers, where the hub's answer to the first look is `now`.
struct Joining : Counter {
    explicit Joining(const ports::Person& person = owner(), const HubMembership& now = {}) {
        sign_in(person);
        touch("sign-out");
        touch("sheet:registers");
        backend.registers_asked.answer(service::RegistersNow());
        hub().looks.answer(now);
    }
    FakeHub& hub() { return backend.fake_hub; }
    void to_form() { touch("join"); }
    void news(const HubMembership& now) {
        tell(calm_status());
        hub().looks.answer(now);
    }
};

}  // namespace

TEST_CASE("join: one scan asks the hub, and the digits stand there until it has answered", "[presenter]") {
    Joining counter;
    CHECK(counter.body<Registers>().join == "Join the shop’s hub");
    counter.to_form();
    REQUIRE(counter.shows<JoinHub>());
    counter.scan(ticket);
    CHECK(counter.asked_last() == "join " + ticket + "  by " + owner().id.text());
    CHECK(counter.body<HubWord>().title == "Asking the hub …");
    counter.hub().joins.answer(waits());
    CHECK(counter.body<HubWord>().digits == "482 915");
    CHECK(counter.body<HubWord>().state == "Waiting since 12:00, until 12:10");
    counter.news(waits());
    CHECK(counter.body<HubWord>().digits == "482 915");
    auto unreached = waits();
    unreached.unreached_since = noon();
    counter.news(unreached);
    CHECK(counter.body<HubWord>().trouble);
    counter.news({.state = State::joined});
    CHECK(counter.body<HubWord>().title == "This register belongs to the hub");
    counter.touch("action");
    CHECK(counter.shows<Registers>());
}

TEST_CASE("join: address and code are typed, and nothing else goes in", "[presenter]") {
    Joining counter;
    counter.to_form();
    CHECK(counter.body<JoinHub>().keyboard.back().back().label == "Next");
    counter.touch("key:\n");
    CHECK(counter.screen().strip == "Scan the code, or type the hub’s address first.");
    counter.type("hub 1:8443");
    CHECK(counter.body<JoinHub>().fields[0].text == "hub1:8443");
    counter.press(U'\n');
    CHECK(counter.body<JoinHub>().fields[1].chosen);
    counter.type("7k3qm-0zt4wzz");
    CHECK(counter.body<JoinHub>().fields[1].text == "7K3QM-0ZT4W");
    CHECK(counter.body<JoinHub>().keyboard.back().back().label == "Join");
    counter.touch("field:address");
    counter.press(U'\b');
    counter.touch("key:\n");
    CHECK(counter.asked_last() == "join https://hub1:844 7K3QM0ZT4W by " + owner().id.text());
    counter.hub().joins.answer(
        fail(ErrorKind::refused, "The code is too old. Ask head office for a new one."));
    CHECK(counter.sheet() == "The code is too old. Ask head office for a new one.");
    counter.touch("sheet");
    CHECK(counter.body<JoinHub>().fields[0].text == "hub1:844");
}

TEST_CASE("join: a scanner that types slowly needs no code", "[presenter]") {
    Joining counter;
    counter.to_form();
    counter.type(ticket);
    counter.press(U'\n');
    CHECK(counter.asked("join " + ticket) == 1);
}

TEST_CASE("join: what is no code of a hub starts nothing", "[presenter]") {
    Joining counter;
    counter.to_form();
    counter.scan("9520000010010");
    CHECK(counter.screen().strip.starts_with("That is not the QR code of a hub."));
    CHECK(counter.asked("join") == 0);
    CHECK(counter.asked("stock-out") == 0);
}

TEST_CASE("join: whoever is not the owner is told so, and nothing is asked", "[presenter]") {
    Joining counter(bo());
    CHECK_FALSE(counter.body<Registers>().join_unavailable.empty());
    counter.to_form();
    CHECK(counter.screen().strip.starts_with("Only the owner may join"));
    CHECK(counter.shows<Registers>());
}

TEST_CASE("join: what waits is what there is to see, also after a crash", "[presenter]") {
    Joining counter(owner(), waits());
    CHECK(counter.body<HubWord>().digits == "482 915");
    SECTION("given up") {
        counter.touch("give-up");
        counter.hub().given_up.answer({});
        CHECK(counter.shows<Registers>());
        CHECK(counter.screen().strip == "Given up. This register goes on by itself.");
    }
    SECTION("only the owner gives it up") {
        counter.touch("give-up");
        counter.hub().given_up.answer(fail(ErrorKind::refused, "Only the owner may do that. Ask them."));
        CHECK(counter.sheet() == "Only the owner may do that. Ask them.");
        CHECK(counter.body<HubWord>().digits == "482 915");
    }
    SECTION("turned away") {
        counter.news({.state = State::turned_away});
        CHECK(counter.body<HubWord>().title == "The hub did not let this register in");
        counter.touch("action");
        CHECK(counter.shows<Registers>());
        CHECK(counter.asked_last() == "registers");
        CHECK(counter.asked("give up") == 1);  // it is forgotten now that it was read
    }
    SECTION("nobody came") {
        counter.news({.state = State::expired});
        CHECK(counter.body<HubWord>().title == "Nobody let this register in");
    }
}

TEST_CASE("join: giving up while the hub is asked says nothing about the broken question", "[presenter]") {
    Joining counter;
    counter.to_form();
    counter.scan(ticket);
    counter.touch("give-up");
    counter.hub().joins.answer(fail(ErrorKind::refused, "It was given up."));
    CHECK(counter.sheet().empty());
    counter.hub().given_up.answer({});
    CHECK(counter.shows<Registers>());
}
