// Which registers are let in.
#include "app/server/receiver/admission.hpp"

#include "tests/support/head_office_world.hpp"

using namespace makegood;
using namespace makegood::tests;
using wire::RefusalCode;

TEST_CASE("a one-time code lets one register in, once") {
    HeadOfficeWorld world;
    const Journal journal, other('e');
    const SeedSigner stranger('S');
    const std::string code = world.code();
    const auto answer = world.enrol(code, journal, world.device);
    REQUIRE(answer.status == 200);
    const auto admitted = wire::decode_enrol_answer(answer.body);
    REQUIRE(admitted);
    CHECK(admitted->head_office_key == world.key.public_key_hex());
    CHECK(wire::verify(answer)->key == world.key.public_key_hex());

    SECTION("the same register again, because the answer was lost") {
        CHECK(world.enrol(code, journal, world.device).status == 200);
        CHECK(world.overview().registers.size() == 1);
    }
    SECTION("another register") {
        CHECK(refusal_of(world.enrol(code, other, stranger)) == RefusalCode::wrong_code);
    }
    SECTION("the same key for another device") {
        CHECK(refusal_of(world.enrol(code, other, world.device)) == RefusalCode::wrong_code);
    }
    SECTION("a new code for a device that has another key") {
        CHECK(refusal_of(world.enrol(world.code(), journal, stranger)) == RefusalCode::contradicts);
    }
    SECTION("a revoked register with its old code") {
        REQUIRE(world.store->revoke(journal.device, world.clock.time));
        CHECK(refusal_of(world.enrol(code, journal, world.device)) == RefusalCode::revoked);
    }
}

TEST_CASE("codes that are wrong, old or for another are refused") {
    HeadOfficeWorld world;
    const Journal journal;
    const std::string code = world.code();
    CHECK(refusal_of(world.enrol("00000-00000", journal, world.device)) == RefusalCode::wrong_code);
    CHECK(refusal_of(world.enrol(code, journal, world.device, "Nord")) == RefusalCode::wrong_code);
    CHECK(refusal_of(world.enrol(code, journal, world.device, "Mitte", "2")) == RefusalCode::wrong_code);
    world.clock.time += std::chrono::minutes(10) + Duration(1);
    CHECK(refusal_of(world.enrol(code, journal, world.device)) == RefusalCode::wrong_code);
    CHECK(world.overview().registers.empty());
}

TEST_CASE("a code is read as people type it") {
    HeadOfficeWorld world;
    std::string typed = world.code();
    for (char& letter : typed) {
        if (letter == '0') letter = 'o';
        if (letter == '1') letter = 'l';
        letter = static_cast<char>(std::tolower(letter));
    }
    CHECK(world.enrol(" " + typed + " ", Journal(), world.device).status == 200);
}

TEST_CASE("guessing codes ends after twenty wrong ones a minute") {
    HeadOfficeWorld world;
    const std::string code = world.code();
    for (int i = 0; i < 20; ++i)
        CHECK(refusal_of(world.enrol("GUESS-0000" + std::to_string(i), Journal(), world.device)) ==
              RefusalCode::wrong_code);
    CHECK(refusal_of(world.enrol(code, Journal(), world.device)) == RefusalCode::busy);
    world.clock.time += std::chrono::minutes(1);
    CHECK(world.enrol(code, Journal(), world.device).status == 200);
}

TEST_CASE("a code is made for names and times within bounds only") {
    HeadOfficeWorld world;
    using server::receiver::CodeRequest;
    const std::vector<CodeRequest> refused = {{"", "1"},
                                              {"s", ""},
                                              {std::string(121, 's'), "1"},
                                              {"s", "1", std::chrono::minutes(0)},
                                              {"s", "1", std::chrono::minutes(1441)}};
    for (const auto& request : refused)
        CHECK_FALSE(server::receiver::make_code(*world.store, world.clock, world.random, request));
}
