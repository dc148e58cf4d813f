#include "app/service/sign_in.hpp"

#include <catch2/catch.hpp>

#include "app/service/add_person.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using tests::World;

ports::Person somebody(World& world) {
    const auto added = add_person(world.desk(), {"Maya Adler", "", "2580", ports::Role::clerk});
    REQUIRE(added);
    CHECK(added->person.initials == "MA");
    return added->person;
}

TEST_CASE("the right PIN signs in, a wrong one says how many tries are left") {
    World world;
    const auto maya = somebody(world);
    REQUIRE(sign_in(world.desk(), maya.id, "2580"));
    const auto wrong = sign_in(world.desk(), maya.id, "2581");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().kind == ErrorKind::refused);
    CHECK(wrong.error().sentence.find("4 tries are left") != std::string::npos);
    CHECK(sign_in(world.desk(), PersonId("nobody"), "2580").error().kind == ErrorKind::not_found);
}

TEST_CASE("five wrong ones make everybody wait, also over a restart and with the clock set back") {
    World world;
    const auto maya = somebody(world);
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(sign_in(world.desk(), maya.id, "9999"));
    CHECK_FALSE(sign_in(world.desk(), maya.id, "2580"));
    world.reopen();
    world.clock.set(world.clock.now() - std::chrono::hours(24 * 365));
    CHECK_FALSE(sign_in(world.desk(), maya.id, "2580"));
    world.clock.advance(std::chrono::seconds(29));
    CHECK_FALSE(sign_in(world.desk(), maya.id, "2580"));
    world.clock.advance(std::chrono::seconds(2));
    CHECK(sign_in(world.desk(), maya.id, "2580"));
}

TEST_CASE("the wait doubles up to a quarter of an hour") {
    World world;
    const auto maya = somebody(world);
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(sign_in(world.desk(), maya.id, "9999"));
    for (const int wait : {30, 60, 120, 240, 480, 900, 900}) {
        world.clock.advance(std::chrono::seconds(wait - 1));
        const auto early = sign_in(world.desk(), maya.id, "2580");
        REQUIRE_FALSE(early);
        CHECK(early.error().sentence.find("Wait") != std::string::npos);
        world.clock.advance(std::chrono::seconds(1));
        REQUIRE_FALSE(sign_in(world.desk(), maya.id, "9999"));
    }
}

TEST_CASE("PINs that everybody tries first are not taken") {
    World world;
    for (const char* pin : {"0000", "1234", "4321", "9876", "111111", "123", "123456789", "12a4"}) {
        CAPTURE(pin);
        CHECK(add_person(world.desk(), {"Ben", "", pin, ports::Role::clerk}).error().kind ==
              ErrorKind::bad_input);
    }
    const auto drawn = add_person(world.desk(), {"Ben", "", "", ports::Role::manager});
    REQUIRE(drawn);
    CHECK(drawn->pin.size() == 6);
    CHECK(add_person(world.desk(), {"Ben", "", "", ports::Role::clerk}).error().kind == ErrorKind::refused);
}

}  // namespace
}  // namespace makegood::service
