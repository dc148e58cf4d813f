#include "app/terminal/presenter/registers_screen.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

namespace {

Registers registers_of(const service::RegistersNow& now, const service::HubMembership& hub = {}) {
    Facts facts;
    facts.setup = Counter::setup();
    facts.now = noon();
    return terminal::presenter::registers_of(now, hub, facts);
}

core::budget::Amount cost(std::int64_t minor) {
    return {Money::minor(minor), {}};
}

service::RegistersNow shared() {
    service::RegistersNow now;
    now.device = "d-4f1c";
    now.shared = true;
    now.heard = noon();
    now.period = "2026-11-22";
    now.in_force = Money::minor(15000);
    now.available = Money::minor(1590);
    service::PotNow pot{{"store", "2026-11-22"}, {}, cost(2000), cost(1590), cost(410), {}, {}, true};
    now.pots = {pot};
    pot.id.period = "2026-11-23";
    pot.running = false;
    pot.presumed = cost(400);
    now.pots.push_back(pot);
    return now;
}

}  // namespace

TEST_CASE("registers: held, used, in force and still out", "[presenter]") {
    const auto view = registers_of(shared());
    REQUIRE(view.figures.size() == 4);
    CHECK(view.figures[0].number == "$15.90");
    CHECK(view.figures[1].number == "$4.10");
    CHECK(view.figures[2].number == "$150.00");
    CHECK(view.figures[3].number == "$0.00");
    CHECK_FALSE(view.figures[3].needs_care);
    CHECK(view.title == "Register 2");
    CHECK(view.line == "d-4f1c · epoch 1");
    CHECK(view.state == "The hub was heard at 12:00.");
    REQUIRE(view.pots.size() == 2);
    CHECK(view.pots[0].line == "$4.10 of $20.00 used");
    CHECK(view.pots[0].used_share == Approx(0.205));
    CHECK(view.pots[1].line == "$4.10 of $20.00 used · $4.00 lost to a copy");
}

TEST_CASE("registers: a lone one says so; one that is a copy says the way out", "[presenter]") {
    service::RegistersNow alone;
    const auto view = registers_of(alone);
    CHECK(view.state.starts_with("This is the only register"));
    CHECK(view.figures[2].line == "No budget is set.");
    CHECK(view.pots.empty());
    CHECK_FALSE(view.pots_message.empty());
    auto frozen = shared();
    frozen.frozen = true;
    frozen.frozen_why = "It is an older copy. Connect it to the hub.";
    CHECK(registers_of(frozen).state == "Frozen. " + frozen.frozen_why);
    CHECK(registers_of(frozen).trouble);
    auto unheard = shared();
    unheard.heard.reset();
    unheard.still_out = Money::minor(4250);
    CHECK(registers_of(unheard).state == "The hub was not heard since this program began.");
    CHECK(registers_of(unheard).figures[3].needs_care);
}

TEST_CASE("registers: asked for when shown and whenever news may have come", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    counter.touch("sign-out");
    counter.touch("sheet:registers");
    CHECK(counter.body<Registers>().message == "One moment");
    counter.backend.registers_asked.answer(shared());
    CHECK(counter.body<Registers>().figures.size() == 4);
    counter.tell(calm_status());
    counter.tell(calm_status());
    CHECK(counter.asked("registers") == 2);  // one question at a time
    counter.backend.registers_asked.answer(fail(ErrorKind::failed, "The disk can't be read. Call for help."));
    CHECK(counter.body<Registers>().figures.size() == 4);  // what was known stays
}

TEST_CASE("registers: of a member, which hub, since when, when heard and what it has not got",
          "[presenter]") {
    service::HubMembership hub{.state = service::HubMembership::State::joined,
                               .address = "https://hub.example:8443",
                               .since = noon() - std::chrono::hours(48),
                               .heard = noon() - std::chrono::minutes(2),
                               .unsent = 3};
    auto view = registers_of(shared(), hub);
    REQUIRE(view.facts.size() == 4);
    CHECK(view.facts[0] == HubFact{"Hub", "hub.example:8443"});
    CHECK(view.facts[1].name == "Member since");
    CHECK(view.facts[1].value.ends_with(", 12:00"));
    CHECK(view.facts[2] == HubFact{"Last contact", "11:58"});
    CHECK(view.facts[3] == HubFact{"Still to send", "3 records"});
    CHECK(view.join.empty());
    CHECK_FALSE(view.trouble);
    hub.unreached_since = noon() - std::chrono::minutes(1);
    view = registers_of(shared(), hub);
    CHECK(view.trouble);
    CHECK(view.state.starts_with("The hub can’t be reached since 11:59."));
}
