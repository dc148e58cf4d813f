#include "app/server/receiver/receiver.hpp"

#include <sys/resource.h>
#include <zstd.h>

#include <csignal>

#include "app/server/receiver/unpack.hpp"
#include "tests/support/head_office_world.hpp"
#include "tests/support/seed.hpp"

using namespace makegood;
using namespace makegood::tests;
using wire::HttpResponse;
using wire::RefusalCode;

namespace {

std::string packed(const std::string& text) {
    std::string bytes(ZSTD_compressBound(text.size()), '\0');
    bytes.resize(ZSTD_compress(bytes.data(), bytes.size(), text.data(), text.size(), 1));
    return bytes;
}

// Events from `from` on, at most `count`, as their register sends them.
std::string segment_of(const Journal& journal, std::uint64_t from, std::size_t count) {
    wire::Segment segment{journal.device, journal.epoch, from, wire::no_hash, {}};
    if (from > 1) segment.previous_hash = journal.events[from - 2].hash;
    for (std::size_t i = from; i < from + count; ++i) segment.events.push_back(journal.events[i - 1].bytes);
    return packed(*wire::encode(segment));
}

wire::Acknowledgement ack_of(const HttpResponse& response) {
    INFO(response.status << " " << response.body);
    const auto ack = wire::decode_acknowledgement(response.body);
    REQUIRE(ack);
    return *ack;
}

struct Enrolled : HeadOfficeWorld {
    Journal journal;
    Enrolled() {
        REQUIRE(enrol(code(), journal, device).status == 200);
        ports::ShopOpened opened{"Mitte", "1", "EUR", "UTC", device.public_key_hex()};
        journal.add(opened);
        for (int i = 0; i < 3; ++i) journal.add_case();
    }
    HttpResponse send(const std::string& body) {
        return receiver->handle(request(wire::events_path, body, device));
    }
};

}  // namespace

TEST_CASE("events are stored, acknowledged and counted") {
    Enrolled world;
    const auto answer = world.send(segment_of(world.journal, 1, 10));
    REQUIRE(answer.status == 200);
    CHECK(wire::verify(answer)->key == world.key.public_key_hex());
    const auto ack = ack_of(answer);
    CHECK(ack.upto == 10);
    CHECK(ack.head_hash == world.journal.hash());
    CHECK(world.stored_of(world.journal) == 10);
    const auto overview = world.overview();
    REQUIRE(overview.registers.size() == 1);
    const auto& entry = overview.registers[0];
    CHECK(entry.currency == "EUR");
    CHECK(entry.events == 10);
    CHECK(entry.incidents.stock_out == 3);
    CHECK(entry.recoveries.given == 3);
    CHECK(entry.money.spent == Money::minor(750));
    CHECK(entry.money.reserved == Money{});
    CHECK(entry.money.worth == Money::minor(1800));
    REQUIRE(entry.missing.size() == 1);
    CHECK(entry.missing[0].times == 3);
    CHECK(entry.last_heard == world.clock.time);
    CHECK(overview.exception_count == 0);
}

TEST_CASE("what comes twice or overlaps counts once") {
    Enrolled world;
    CHECK(ack_of(world.send(segment_of(world.journal, 1, 4))).upto == 4);
    CHECK(ack_of(world.send(segment_of(world.journal, 1, 4))).upto == 4);
    CHECK(ack_of(world.send(segment_of(world.journal, 2, 6))).upto == 7);
    CHECK(ack_of(world.send(segment_of(world.journal, 1, 2))).upto == 7);
    world.open();
    CHECK(ack_of(world.send(segment_of(world.journal, 1, 10))).upto == 10);
    CHECK(world.stored_of(world.journal) == 10);
    CHECK(world.overview().registers[0].incidents.stock_out == 3);
    CHECK(world.overview().registers[0].events == 10);
}

TEST_CASE("a gap is answered with what is there") {
    Enrolled world;
    world.send(segment_of(world.journal, 1, 2));
    const auto answer = world.send(segment_of(world.journal, 5, 2));
    CHECK(answer.status == 409);
    CHECK(ack_of(answer).upto == 2);
    CHECK(ack_of(answer).conflict.find("3") != std::string::npos);
    CHECK(world.overview().exception_count == 0);
}

TEST_CASE("an event that nobody understands is set aside and the rest goes on") {
    Enrolled world;
    const std::size_t bad = world.journal.events.size() + 1;
    SECTION("another version") {
        world.journal.add_bytes("{\"v\":99}");
    }
    SECTION("not text") {
        world.journal.add_bytes("\xff\xfe\x01");
    }
    SECTION("nothing") {
        world.journal.add_bytes("");
    }
    SECTION("as long as may be") {
        world.journal.add_bytes(std::string(wire::event_limit, 'x'));
    }
    world.journal.add_case();
    const auto ack = ack_of(world.send(segment_of(world.journal, 1, world.journal.events.size())));
    CHECK(ack.upto == world.journal.events.size());
    CHECK(ack.conflict.empty());
    CHECK(world.stored_of(world.journal) == world.journal.events.size());
    const auto overview = world.overview();
    CHECK(overview.registers[0].incidents.stock_out == 4);
    REQUIRE(overview.exceptions.size() == 1);
    CHECK(overview.exceptions[0].kind == ports::ExceptionKind::not_understood);
    CHECK(overview.exceptions[0].sequence == bad);
}

TEST_CASE("another event under a known number is kept apart") {
    Enrolled world;
    world.send(segment_of(world.journal, 1, 10));
    Journal changed;
    changed.add(ports::IncidentClosed{IncidentId("i1-2"), "left"});
    for (int round = 0; round < 2; ++round) {
        const auto answer = world.send(segment_of(changed, 1, 1));
        CHECK(answer.status == 409);
        CHECK(ack_of(answer).upto == 10);
        CHECK_FALSE(ack_of(answer).conflict.empty());
    }
    const auto overview = world.overview();
    REQUIRE(overview.exception_count == 1);
    CHECK(overview.exceptions[0].kind == ports::ExceptionKind::contradicts);
    CHECK(overview.exceptions[0].times == 2);
    CHECK(world.stored_of(world.journal) == 10);
}

TEST_CASE("a journal that was changed is taken up to the change") {
    Enrolled world;
    auto& bytes = world.journal.events[5].bytes;
    const Journal whole = world.journal;
    SECTION("an amount") {
        bytes.replace(bytes.find("600"), 3, "601");
    }
    SECTION("left out") {
        world.journal.events.erase(world.journal.events.begin() + 5);
    }
    SECTION("swapped") {
        std::swap(bytes, world.journal.events[6].bytes);
    }
    const auto answer = world.send(segment_of(world.journal, 1, 9));
    CHECK(answer.status == 409);
    const auto ack = ack_of(answer);
    CHECK(ack.upto >= 5);
    CHECK(ack.upto < 7);
    CHECK_FALSE(ack.conflict.empty());
    REQUIRE(world.overview().exceptions.size() == 1);
    CHECK(world.overview().exceptions[0].kind == ports::ExceptionKind::chain_broken);
}

TEST_CASE("a segment that starts from another past is not taken") {
    Enrolled world;
    world.send(segment_of(world.journal, 1, 4));
    wire::Segment segment{world.journal.device, 1, 5, std::string(64, 'b'), {world.journal.events[4].bytes}};
    const auto answer = world.send(packed(*wire::encode(segment)));
    CHECK(answer.status == 409);
    CHECK(ack_of(answer).upto == 4);
}

TEST_CASE("events that can't be written are not acknowledged, and taken once they can") {
    Enrolled world;
    REQUIRE(world.send(segment_of(world.journal, 1, 2)).status == 200);
    struct rlimit before {};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto old_action = std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit full = before;
    full.rlim_cur = 4096;  // as a full disk: nothing more fits in the log
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &full) == 0);
    const auto refused = world.send(segment_of(world.journal, 3, 4));
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, old_action);
    CHECK(refused.status == 503);
    CHECK(refusal_of(refused) == RefusalCode::failed);
    CHECK_FALSE(world.notices.empty());
    CHECK(world.stored_of(world.journal) == 2);
    CHECK(world.overview().registers[0].events == 2);
    CHECK(ack_of(world.send(segment_of(world.journal, 3, 4))).upto == 6);
    CHECK(world.stored_of(world.journal) == 6);
}

TEST_CASE("a journal begun with another key is taken and reported") {
    HeadOfficeWorld world;
    Journal journal;
    REQUIRE(world.enrol(world.code(), journal, world.device).status == 200);
    journal.add(ports::ShopOpened{"Mitte", "1", "EUR", "UTC", SeedSigner('x').public_key_hex()});
    CHECK(ack_of(world.receiver->handle(
                     world.request(wire::events_path, segment_of(journal, 1, 1), world.device)))
              .upto == 1);
    REQUIRE(world.overview().exceptions.size() == 1);
    CHECK(world.overview().exceptions[0].kind == ports::ExceptionKind::wrong_key);
}

TEST_CASE("hello says what is there and notices a register that fell behind") {
    Enrolled world;
    world.send(segment_of(world.journal, 1, 6));
    const auto hello = [&](std::uint64_t last) {
        const auto answer = world.receiver->handle(world.request(
            wire::hello_path, wire::encode(wire::Hello{world.journal.device, 1, last, wire::no_hash}),
            world.device));
        REQUIRE(answer.status == 200);
        return *wire::decode_hello_answer(answer.body);
    };
    CHECK(hello(10).have_upto == 6);
    CHECK(hello(10).head_hash == world.journal.events[5].hash);
    CHECK(world.overview().exception_count == 0);
    CHECK(hello(5).have_upto == 6);
    REQUIRE(world.overview().exceptions.size() == 1);
    CHECK(world.overview().exceptions[0].kind == ports::ExceptionKind::behind);
}

TEST_CASE("each epoch of a register is a journal of its own") {
    Enrolled world;
    world.send(segment_of(world.journal, 1, 10));
    Journal second;
    second.epoch = 2;
    second.add(ports::IncidentClosed{IncidentId("i1-2"), "left"});
    CHECK(ack_of(world.send(segment_of(second, 1, 1))).upto == 1);
    CHECK(world.stored_of(world.journal) == 10);
    CHECK(world.stored_of(second) == 1);
    CHECK(world.overview().exception_count == 0);
}

TEST_CASE("requests that are not genuine, timely and new are refused") {
    Enrolled world;
    const std::string body = segment_of(world.journal, 1, 2);
    const auto good = world.request(wire::events_path, body, world.device);
    auto request = good;
    RefusalCode expected = RefusalCode::not_signed;
    SECTION("body") {
        request.body[request.body.size() / 2] ^= 1;
    }
    SECTION("path") {
        request.target = wire::hello_path;
    }
    SECTION("signature") {
        request.headers["signature"][10] ^= 1;
    }
    SECTION("no signature") {
        request.headers.clear();
    }
    SECTION("a stranger") {
        request = world.request(wire::events_path, body, SeedSigner('S'));
        expected = RefusalCode::not_enrolled;
    }
    SECTION("revoked") {
        REQUIRE(world.store->revoke(world.journal.device, world.clock.time));
        expected = RefusalCode::revoked;
    }
    SECTION("too old") {
        world.clock.time += std::chrono::seconds(301);
        expected = RefusalCode::wrong_clock;
    }
    SECTION("from the future") {
        world.clock.time -= std::chrono::seconds(301);
        expected = RefusalCode::wrong_clock;
    }
    SECTION("replayed") {
        CHECK(world.receiver->handle(request).status == 200);
        expected = RefusalCode::replayed;
    }
    SECTION("replayed after a restart") {
        CHECK(world.receiver->handle(request).status == 200);
        world.open();
        expected = RefusalCode::replayed;
    }
    const auto before = world.store->mark(world.journal.device, 1)->sequence;
    const auto answer = world.receiver->handle(request);
    CHECK(refusal_of(answer) == expected);
    CHECK(answer.status >= 400);
    CHECK(world.store->mark(world.journal.device, 1)->sequence == before);
    if (expected == RefusalCode::wrong_clock) {
        CHECK(wire::verify(answer)->key == world.key.public_key_hex());
        CHECK(wire::decode_refusal(answer.body)->time == world.clock.time);
    }
}

TEST_CASE("a register can't speak for another") {
    Enrolled world;
    Journal other('e');
    const SeedSigner other_key('E');
    REQUIRE(world.enrol(world.code("Mitte", "2"), other, other_key, "Mitte", "2").status == 200);
    const auto events = world.request(wire::events_path, segment_of(world.journal, 1, 2), other_key);
    CHECK(refusal_of(world.receiver->handle(events)) == RefusalCode::contradicts);
    const auto hello = world.request(
        wire::hello_path, wire::encode(wire::Hello{world.journal.device, 1, 0, wire::no_hash}), other_key);
    CHECK(refusal_of(world.receiver->handle(hello)) == RefusalCode::contradicts);
    const auto enrol = world.request(
        wire::enrol_path,
        wire::encode(wire::EnrolRequest{world.code("Mitte", "3"), DeviceId(std::string(32, 'f')),
                                        world.device.public_key_hex(), "Mitte", "3"}),
        other_key);
    CHECK(refusal_of(world.receiver->handle(enrol)) == RefusalCode::not_signed);
}

TEST_CASE("bodies that are not a segment are refused") {
    Enrolled world;
    const std::string good = segment_of(world.journal, 1, 2);
    const std::vector<std::string> refused = {"",
                                              "x",
                                              good.substr(0, good.size() - 1),
                                              good + "x",
                                              good + good,
                                              packed(""),
                                              packed("{}\n"),
                                              packed(std::string(wire::segment_text_limit + 1, 'x')),
                                              packed(std::string(50'000'000, '\0'))};
    for (const auto& body : refused) CHECK(refusal_of(world.send(body)) == RefusalCode::bad_request);
    CHECK(world.store->mark(world.journal.device, 1)->sequence == 0);
    CHECK(world.send(good).status == 200);
}

TEST_CASE("unpacking gives back what was packed, up to the limit") {
    const auto seed = tests::any_seed("unpacking");
    std::mt19937 random(seed);
    std::string text(300'000, '\0');
    for (char& letter : text) letter = static_cast<char>(random());
    CHECK(server::receiver::unpack(packed(text), text.size()) == text);
    CHECK_FALSE(server::receiver::unpack(packed(text), text.size() - 1));
}
