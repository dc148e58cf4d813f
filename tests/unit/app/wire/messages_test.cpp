#include "app/wire/messages.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace makegood;
using namespace makegood::wire;

namespace {

const DeviceId device(std::string(32, 'd'));
const std::string hash(64, 'a');
const Instant noon = Instant(std::chrono::seconds(1'795'348'800)) + Duration(123456);

Segment segment_of(std::vector<std::string> events) {
    return {device, 1, 7, hash, std::move(events)};
}

}  // namespace

TEST_CASE("what was said is heard as it was said") {
    const EnrolRequest enrol{"ABCDE-12345", device, hash, "Kokora Mitte", "Register \"2\""};
    const auto enrol_back = decode_enrol_request(encode(enrol));
    REQUIRE(enrol_back);
    CHECK(enrol_back->code == enrol.code);
    CHECK(enrol_back->device == device);
    CHECK(enrol_back->public_key == hash);
    CHECK(enrol_back->store == enrol.store);
    CHECK(enrol_back->register_name == enrol.register_name);

    const auto admitted = decode_enrol_answer(encode(EnrolAnswer{hash, "s1", noon}));
    REQUIRE(admitted);
    CHECK(admitted->store_id == "s1");
    CHECK(admitted->time == noon);

    const auto hello = decode_hello(encode(Hello{device, 3, 9'007'199'254'740'991, hash}));
    REQUIRE(hello);
    CHECK(hello->epoch == 3);
    CHECK(hello->last == 9'007'199'254'740'991);

    const auto have = decode_hello_answer(encode(HelloAnswer{12, hash, noon}));
    REQUIRE(have);
    CHECK(have->have_upto == 12);

    const auto ack =
        decode_acknowledgement(encode(Acknowledgement{device, 1, 20, hash, noon, "it breaks off"}));
    REQUIRE(ack);
    CHECK(ack->upto == 20);
    CHECK(ack->conflict == "it breaks off");

    for (int code = 0; code <= static_cast<int>(RefusalCode::failed); ++code) {
        const auto refusal = decode_refusal(encode(Refusal{static_cast<RefusalCode>(code), "No.", noon}));
        REQUIRE(refusal);
        CHECK(refusal->code == static_cast<RefusalCode>(code));
    }
}

TEST_CASE("a message out of bounds is refused with the field that is") {
    const std::string good = encode(Hello{device, 1, 5, hash});
    const auto with = [&](const std::string& what, const std::string& instead) {
        std::string changed = good;
        changed.replace(changed.find(what), what.size(), instead);
        return changed;
    };
    const std::vector<std::pair<std::string, std::string>> refused = {
        {"", "JSON object"},
        {"[]", "JSON object"},
        {"{", "JSON object"},
        {good + "x", "JSON object"},
        {std::string(message_limit + 1, ' '), "longer"},
        {std::string(500, '[') + std::string(500, ']'), "JSON object"},
        {"{}", "device"},
        {with("dd", "DD"), "device"},
        {with("dd", "d"), "device"},
        {with("\"epoch\":1", "\"epoch\":0"), "epoch"},
        {with("\"epoch\":1", "\"epoch\":4294967296"), "epoch"},
        {with("\"epoch\":1", "\"epoch\":1.0"), "epoch"},
        {with("\"epoch\":1", "\"epoch\":\"1\""), "epoch"},
        {with("\"last\":5", "\"last\":-1"), "last"},
        {with("\"last\":5", "\"last\":9007199254740992"), "last"},
        {with("\"last\":5", "\"last\":1e300"), "last"},
        {with(hash, hash + "a"), "head_hash"},
        {with("\"" + hash + "\"", "null"), "head_hash"},
    };
    REQUIRE(decode_hello(good));
    CHECK(decode_hello(with("\"last\":5", "\"last\":5,\"more\":[1,{}]")));
    for (const auto& [json, names] : refused) {
        INFO(json.substr(0, 200));
        const auto hello = decode_hello(json);
        REQUIRE_FALSE(hello);
        CHECK(hello.error().kind == ErrorKind::bad_input);
        CHECK(hello.error().sentence.find(names) != std::string::npos);
    }
    CHECK_FALSE(decode_enrol_request(encode(EnrolRequest{"C", device, hash, std::string(121, 's'), "1"})));
    CHECK_FALSE(decode_enrol_request(encode(EnrolRequest{"", device, hash, "s", "1"})));
}

TEST_CASE("a segment travels as lines and comes back byte for byte") {
    const auto segment = segment_of({"{\"a\":1}", "not JSON \xff at all", ""});
    const auto lines = encode(segment);
    REQUIRE(lines);
    const auto back = decode_segment(*lines);
    REQUIRE(back);
    CHECK(back->device == device);
    CHECK(back->epoch == 1);
    CHECK(back->from == 7);
    CHECK(back->previous_hash == hash);
    CHECK(back->events == segment.events);
    for (std::size_t length = 0; length < lines->size(); ++length)
        CHECK_FALSE(decode_segment(lines->substr(0, length)));
}

TEST_CASE("a segment beyond its limits is refused") {
    const std::string one = *encode(segment_of({"x"}));
    CHECK(decode_segment(one));
    CHECK_FALSE(decode_segment(one + "y\n"));
    CHECK_FALSE(decode_segment(one + "y"));
    CHECK(decode_segment(*encode(segment_of(std::vector<std::string>(segment_events, "x")))));
    CHECK_FALSE(decode_segment(*encode(segment_of(std::vector<std::string>(segment_events + 1, "x")))));
    CHECK(decode_segment(*encode(segment_of({std::string(event_limit, 'x')}))));
    CHECK_FALSE(decode_segment(*encode(segment_of({std::string(event_limit + 1, 'x')}))));
    CHECK_FALSE(decode_segment(*encode(segment_of(std::vector<std::string>(3, std::string(200'000, 'x'))))));
    CHECK_FALSE(encode(segment_of({"line\nbreak"})));
}
