#include "app/service/sign_in.hpp"

#include <catch2/catch.hpp>

#include "app/service/add_person.hpp"
#include "app/service/look_after_people.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using tests::World;
using namespace std::chrono_literals;
using ports::Role;

ports::Person somebody(World& world, const char* name = "Maya Adler", Role role = Role::clerk) {
    const auto added = add_person(world.desk(), {name, "", "8063", role}, console());
    REQUIRE(added);
    return added->person;
}

void mistype(World& world, const PersonId& who, int times) {
    for (int i = 0; i < times; ++i) {
        world.clock.advance(10min);  // longer than any wait
        REQUIRE_FALSE(sign_in(world.desk(), who, "9999"));
    }
}

bool is_locked(World& world, const PersonId& who) {
    const auto answer = sign_in(world.desk(), who, "8063");
    return !answer && answer.error().sentence.find("locked") != std::string::npos;
}

TEST_CASE("the right PIN signs in, a wrong one says how many tries are left") {
    World world;
    const auto maya = somebody(world);
    CHECK(maya.initials == "MA");
    REQUIRE(sign_in(world.desk(), maya.id, "8063"));
    const auto wrong = sign_in(world.desk(), maya.id, "2742");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().kind == ErrorKind::refused);
    CHECK(wrong.error().sentence.find("4 tries are left") != std::string::npos);
}

TEST_CASE("somebody whom nobody knows is answered as one who mistypes, try by try") {
    World world;
    const auto maya = somebody(world);
    for (int i = 0; i < 12; ++i) {
        const auto known = sign_in(world.desk(), maya.id, "9999");
        const auto stranger = sign_in(world.desk(), PersonId("p-nobody"), "9999");
        REQUIRE_FALSE(known);
        REQUIRE_FALSE(stranger);
        CHECK(known.error().kind == stranger.error().kind);
        CHECK(known.error().sentence == stranger.error().sentence);
        if (i % 2 == 1) world.clock.advance(10min);
    }
    // Strangers lock out nobody but themselves.
    REQUIRE(unlock(world.desk(), maya.id, console()));
    CHECK(sign_in(world.desk(), maya.id, "8063"));
}

TEST_CASE("five wrong ones make everybody wait, whatever the date says and over a start of the machine") {
    World world;
    const auto maya = somebody(world);
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(sign_in(world.desk(), maya.id, "9999"));
    CHECK_FALSE(sign_in(world.desk(), maya.id, "8063"));
    world.clock.set(world.clock.now() - 24h * 365);
    CHECK_FALSE(sign_in(world.desk(), maya.id, "8063"));
    world.clock.set(world.clock.now() + 24h * 3650);
    CHECK_FALSE(sign_in(world.desk(), maya.id, "8063"));
    world.clock.advance(29s);
    CHECK_FALSE(sign_in(world.desk(), maya.id, "8063"));
    world.reopen();
    CHECK_FALSE(sign_in(world.desk(), maya.id, "8063"));
    // How long the machine was off is not known: the wait begins anew.
    world.clock.start_anew();
    CHECK_FALSE(sign_in(world.desk(), maya.id, "8063"));
    world.clock.advance(29s);
    CHECK_FALSE(sign_in(world.desk(), maya.id, "8063"));
    world.clock.advance(2s);
    CHECK(sign_in(world.desk(), maya.id, "8063"));
}

TEST_CASE("the wait doubles, and the tenth wrong one locks until somebody opens it") {
    World world;
    const auto maya = somebody(world);
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(sign_in(world.desk(), maya.id, "9999"));
    for (const int wait : {30, 60, 120, 240, 480}) {
        world.clock.advance(std::chrono::seconds(wait - 1));
        const auto early = sign_in(world.desk(), maya.id, "8063");
        REQUIRE_FALSE(early);
        CHECK(early.error().sentence.find("Wait") != std::string::npos);
        world.clock.advance(1s);
        REQUIRE_FALSE(sign_in(world.desk(), maya.id, "9999"));
    }
    for (int i = 0; i < 3; ++i) {
        CHECK(is_locked(world, maya.id));
        world.clock.advance(24h * 365);
        world.reopen();
        world.clock.start_anew();
    }
    CHECK(sign_in_state(world.desk(), maya.id)->locked);
    REQUIRE(unlock(world.desk(), maya.id, console()));
    CHECK(sign_in_state(world.desk(), maya.id)->wrong == 0);
    CHECK(sign_in(world.desk(), maya.id, "8063"));
}

TEST_CASE("a locked person keeps nobody else from the counter") {
    World world;
    const auto maya = somebody(world), ben = somebody(world, "Ben Okoro");
    mistype(world, maya.id, 10);
    REQUIRE(is_locked(world, maya.id));
    CHECK(sign_in(world.desk(), ben.id, "8063"));
}

TEST_CASE("managers open the sign-in of clerks, owners that of everybody") {
    World world;
    const auto maya = somebody(world), boss = somebody(world, "Olga Lind", Role::owner),
               second = somebody(world, "Sam Ito", Role::supervisor);
    struct Case {
        PersonId whose, by;
        bool may;
    };
    for (const auto& [whose, by, may] :
         {Case{maya.id, world.clerk, false}, Case{maya.id, second.id, false},
          Case{maya.id, world.manager, true}, Case{maya.id, boss.id, true},
          Case{second.id, world.manager, false}, Case{second.id, boss.id, true},
          Case{boss.id, world.manager, false}, Case{boss.id, console(), true},
          Case{maya.id, PersonId{}, false}, Case{maya.id, PersonId("x"), false}}) {
        CAPTURE(whose.text(), by.text());
        mistype(world, whose, 10);
        const auto opened = unlock(world.desk(), whose, by);
        CHECK(opened.has_value() == may);
        CHECK(is_locked(world, whose) != may);
        if (!opened) CHECK(opened.error().kind == ErrorKind::refused);
        REQUIRE(unlock(world.desk(), whose, console()));
    }
}

TEST_CASE("a new PIN opens a locked sign-in, and the old one opens nothing") {
    World world;
    const auto maya = somebody(world);
    mistype(world, maya.id, 10);
    CHECK(change_pin(world.desk(), maya.id, "", world.clerk).error().kind == ErrorKind::refused);
    CHECK(change_pin(world.desk(), maya.id, "1990", world.manager).error().kind == ErrorKind::bad_input);
    const auto made = change_pin(world.desk(), maya.id, "", world.manager);
    REQUIRE(made);
    CHECK(made->size() == 6);
    CHECK_FALSE(sign_in(world.desk(), maya.id, "8063"));
    CHECK(sign_in(world.desk(), maya.id, *made));
    REQUIRE(change_pin(world.desk(), maya.id, "806135", world.manager));
    CHECK(sign_in(world.desk(), maya.id, "806135"));
}

TEST_CASE("who was taken out can't sign in, signs nothing and leaves no shop without an owner") {
    World world;
    const auto maya = somebody(world), olga = somebody(world, "Olga Lind", Role::owner);
    REQUIRE(give_badge(world.desk(), maya.id, "", console()));
    CHECK(remove_person(world.desk(), olga.id, console()).error().kind == ErrorKind::refused);
    CHECK(change_role(world.desk(), olga.id, Role::clerk, console()).error().kind == ErrorKind::refused);
    CHECK(remove_person(world.desk(), maya.id, world.clerk).error().kind == ErrorKind::refused);
    REQUIRE(remove_person(world.desk(), maya.id, world.manager));
    CHECK(sign_in(world.desk(), maya.id, "8063").error().kind == ErrorKind::refused);
    CHECK(role_of(world.desk(), maya.id).error().kind == ErrorKind::refused);
    CHECK(person_named(world.desk(), "Maya Adler").error().kind == ErrorKind::not_found);
    CHECK(world.desk().people.find(maya.id).value()->person.name == "Maya Adler");
    CHECK(remove_person(world.desk(), maya.id, console()).error().kind == ErrorKind::not_found);
    somebody(world);  // somebody else of that name may come

    const auto next = somebody(world, "Nia Cole", Role::manager);
    CHECK(change_role(world.desk(), next.id, Role::owner, world.manager).error().kind == ErrorKind::refused);
    REQUIRE(change_role(world.desk(), next.id, Role::owner, olga.id));
    CHECK(remove_person(world.desk(), olga.id, next.id));
}

TEST_CASE("a badge signs in as a clerk until a PIN is entered, and does so while the PIN is locked") {
    World world;
    const auto boss = somebody(world, "Olga Lind", Role::owner), maya = somebody(world);
    const auto code = give_badge(world.desk(), boss.id, "", console());
    REQUIRE(code);
    CHECK(code->size() >= 28);
    CHECK(sign_in_with_badge(world.desk(), "MGB-0000").error().kind == ErrorKind::not_found);
    CHECK(sign_in_with_badge(world.desk(), "").error().kind == ErrorKind::not_found);
    mistype(world, boss.id, 10);
    const auto in = sign_in_with_badge(world.desk(), *code);
    REQUIRE(in);
    CHECK(in->id == boss.id);
    CHECK(in->role == Role::clerk);
    CHECK(*role_of(world.desk(), boss.id) == Role::clerk);
    CHECK(unlock(world.desk(), boss.id, boss.id).error().kind == ErrorKind::refused);
    REQUIRE(unlock(world.desk(), boss.id, console()));
    REQUIRE(sign_in(world.desk(), boss.id, "8063"));
    CHECK(*role_of(world.desk(), boss.id) == Role::owner);

    CHECK(give_badge(world.desk(), maya.id, *code, console()).error().kind == ErrorKind::refused);
    for (const char* weak :
         {"4006381333931", "0000000000000000", "abcabcabcabcabcabc", "with a space 12345678"})
        CHECK(give_badge(world.desk(), maya.id, weak, console()).error().kind == ErrorKind::bad_input);
    REQUIRE(give_badge(world.desk(), maya.id, "K4T9-WX2M-77QD-A1", console()));
    CHECK(sign_in_with_badge(world.desk(), "K4T9-WX2M-77QD-A1")->id == maya.id);
    REQUIRE(take_badge(world.desk(), maya.id, world.manager));
    CHECK(sign_in_with_badge(world.desk(), "K4T9-WX2M-77QD-A1").error().kind == ErrorKind::not_found);
    world.reopen();
    CHECK(sign_in_with_badge(world.desk(), *code)->id == boss.id);
}

TEST_CASE("people are added by those who may") {
    World world;
    for (const char* pin : {"0000", "1234", "2580", "1990", "111111", "123", "123456789", "12a4"}) {
        CAPTURE(pin);
        CHECK(add_person(world.desk(), {"Ben", "", pin, Role::clerk}, console()).error().kind ==
              ErrorKind::bad_input);
    }
    CHECK(add_person(world.desk(), {"Ben", "", "", Role::clerk}, world.clerk).error().kind ==
          ErrorKind::refused);
    CHECK(add_person(world.desk(), {"Ben", "", "", Role::supervisor}, world.manager).error().kind ==
          ErrorKind::refused);
    const auto drawn = add_person(world.desk(), {"Ben", "", "", Role::clerk}, world.manager);
    REQUIRE(drawn);
    CHECK(drawn->pin.size() == 6);
    CHECK(add_person(world.desk(), {"Ben", "", "", Role::clerk}, console()).error().kind ==
          ErrorKind::refused);
}

}  // namespace
}  // namespace makegood::service
