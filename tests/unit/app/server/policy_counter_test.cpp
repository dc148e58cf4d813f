#include "app/server/receiver/policy_counter.hpp"

#include <catch2/catch.hpp>

#include "app/wire/policy_messages.hpp"
#include "tests/support/head_office_world.hpp"

using namespace makegood;
using tests::HeadOfficeWorld;
using tests::Journal;

namespace {

struct Office : HeadOfficeWorld {
    Office() {
        receiver->hand_down_rules(*store);
        REQUIRE(enrol(code(), journal, device).status == 200);
    }
    bool publish(std::uint64_t version, const std::string& text, const std::string& shop = "Mitte") {
        return store->publish_policy({shop, version, {text, "signature of " + text}}, clock.now())
            .has_value();
    }
    wire::HttpRequest question(std::uint64_t after) {
        return request(wire::policy_path, wire::encode(wire::PolicyRequest{journal.device, after}), device);
    }
    wire::PolicyAnswer answer(std::uint64_t after) {
        const auto response = receiver->handle(question(after));
        REQUIRE(response.status == 200);
        CHECK(wire::verify(response)->key == key.public_key_hex());
        return wire::decode_policy_answer(response.body).value();
    }
    Journal journal;
};

}  // namespace

TEST_CASE("A register gets the newest rules of its store, byte by byte") {
    Office office;
    CHECK(office.answer(0).version == 0);
    const std::string text = "# \"é\"\r\n\t[policy]\n\\ \x7F";
    CHECK(office.publish(1, "first"));
    CHECK(office.publish(4, text));
    CHECK(office.publish(9, "of another", "Nord"));
    const auto newest = office.answer(0);
    CHECK(newest.version == 4);
    CHECK(newest.document == text);
    CHECK(newest.signature == "signature of " + text);
    CHECK(office.answer(3).version == 4);
    CHECK(office.answer(4).version == 0);
    CHECK(office.answer(5).version == 0);
    office.open();
    office.receiver->hand_down_rules(*office.store);
    CHECK(office.answer(0).document == text);
}

TEST_CASE("A version that is not above the newest of its store is not handed down") {
    Office office;
    CHECK(office.publish(4, "a"));
    CHECK_FALSE(office.publish(4, "b"));
    CHECK_FALSE(office.publish(3, "c"));
    CHECK(office.publish(5, "d"));
    CHECK(office.publish(1, "e", "Nord"));
    CHECK(office.answer(0).document == "d");
    CHECK(office.store->currency_of("Mitte").value() == "");
    CHECK(office.store->currency_of("Nord").error().kind == ErrorKind::not_found);
}

TEST_CASE("Rules are handed only to a register of that store, and each question counts once") {
    Office office;
    office.publish(1, "a");
    const auto question = office.question(0);
    CHECK(office.receiver->handle(question).status == 200);
    CHECK(tests::refusal_of(office.receiver->handle(question)) == wire::RefusalCode::replayed);
    const tests::SeedSigner stranger('S');
    const auto asked = [&](const std::string& body, const ports::Signer& signer) {
        return tests::refusal_of(office.receiver->handle(office.request(wire::policy_path, body, signer)));
    };
    const auto body = wire::encode(wire::PolicyRequest{office.journal.device, 0});
    CHECK(asked(body, stranger) == wire::RefusalCode::not_enrolled);
    CHECK(asked(wire::encode(wire::PolicyRequest{DeviceId(std::string(32, 'e')), 0}), office.device) ==
          wire::RefusalCode::contradicts);
    for (const char* bad : {"", "{}", "[1]", "{\"device\":\"x\",\"after\":0}"})
        CHECK(asked(bad, office.device) == wire::RefusalCode::bad_request);
    auto altered = office.question(0);
    altered.body += ' ';
    CHECK(tests::refusal_of(office.receiver->handle(altered)) == wire::RefusalCode::not_signed);
    REQUIRE(office.store->revoke(office.journal.device, office.clock.now()));
    CHECK(asked(body, office.device) == wire::RefusalCode::revoked);
}

TEST_CASE("Answers with rules keep to their limits") {
    wire::PolicyAnswer largest{1'000'000'000, std::string(wire::longest_policy, '"'), std::string(300, 's')};
    CHECK(wire::decode_policy_answer(wire::encode(largest))->document == largest.document);
    largest.document += '"';
    CHECK_FALSE(wire::decode_policy_answer(wire::encode(largest)));
    CHECK_FALSE(wire::decode_policy_answer("{\"version\":1000000001,\"document\":\"\",\"signature\":\"\"}"));
    CHECK_FALSE(wire::decode_policy_answer("{\"version\":-1,\"document\":\"\",\"signature\":\"\"}"));
    CHECK_FALSE(wire::decode_policy_answer("{\"version\":1,\"document\":7,\"signature\":\"\"}"));
}
