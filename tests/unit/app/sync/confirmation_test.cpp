// An enrolment waits for a person's word on six digits.
#include <mutex>

#include "app/server/http/http_server.hpp"
#include "app/server/receiver/view.hpp"
#include "app/sync/sync_client.hpp"
#include "tests/support/head_office_world.hpp"

using namespace makegood;
using namespace makegood::tests;

namespace {

struct Line : HeadOfficeWorld {
    std::mutex mutex;
    std::unique_ptr<server::http::HttpServer> server;
    Journal journal;

    Line() {
        server::http::ServerOptions options;
        options.listen = "127.0.0.1:0";
        options.limits.body_time = options.limits.header_time = std::chrono::seconds(60);
        options.routes = {{"POST", "/v1/enrol"}, {"POST", "/v1/hello"}, {"POST", "/v1/events"}};
        auto begun = server::http::HttpServer::start(options, [this](const wire::HttpRequest& request) {
            const std::lock_guard lock(mutex);
            return receiver->handle(request);
        });
        REQUIRE(begun);
        server = std::move(*begun);
    }
    sync::SyncClient client() { return {device, clock, random, {}}; }
};

template <class Outcome>
void expect_refused(const Outcome& outcome, ErrorKind kind, const std::string& word) {
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().kind == kind);
    CHECK(outcome.error().sentence.find(word) != std::string::npos);
}

}  // namespace

TEST_CASE("an enrolment counts once both have shown the same digits and a person has said so") {
    Line line;
    line.journal.add_case();
    auto client = line.client();
    const auto key = line.key.public_key_hex();
    const auto made =
        client.enrol({line.server->url(), line.code(), key}, {line.journal.device, "Mitte", "1"});
    REQUIRE(made);
    const auto waiting = server::receiver::with_digits(*line.store->waiting(line.clock.time), line.key);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].match_number == sync::match_number(*made, line.device));
    auto still = client.must_be_confirmed(*made, line.journal);
    REQUIRE_FALSE(still);
    CHECK(still.error().kind == ErrorKind::needs_approval);
    expect_refused(client.run_once(*made, line.journal), ErrorKind::needs_approval, "six digits");
    CHECK(line.overview().registers.empty());
    SECTION("let in") {
        line.confirm(line.journal);
        CHECK(client.must_be_confirmed(*made, line.journal));
        CHECK(client.run_once(*made, line.journal)->sent == 3);
    }
    SECTION("turned away") {
        REQUIRE(line.store->turn_away(line.journal.device));
        expect_refused(client.must_be_confirmed(*made, line.journal), ErrorKind::refused, "not enrolled");
        CHECK(client.was_turned_away());
    }
    SECTION("nobody came in time") {
        line.clock.time += ports::waits_for_a_person - std::chrono::seconds(1);
        CHECK(line.store->waiting(line.clock.time)->size() == 1);
        CHECK(client.must_be_confirmed(*made, line.journal).error().kind == ErrorKind::needs_approval);
        CHECK_FALSE(client.was_turned_away());
        line.clock.time += std::chrono::seconds(1);
        CHECK(line.store->waiting(line.clock.time)->empty());
        expect_refused(client.must_be_confirmed(*made, line.journal), ErrorKind::refused, "10 minutes");
        CHECK(client.was_turned_away());
        CHECK_FALSE(line.store->confirm(line.journal.device, line.clock.time));
        const auto again =
            client.enrol({line.server->url(), line.code(), key}, {line.journal.device, "Mitte", "1"});
        REQUIRE(again);
        CHECK(again->waits);
        line.confirm(line.journal);
        CHECK(client.must_be_confirmed(*made, line.journal));
    }
    SECTION("given up and asked again, with another code") {
        const auto again =
            client.enrol({line.server->url(), line.code(), key}, {line.journal.device, "Mitte", "1"});
        REQUIRE(again);
        CHECK(line.store->waiting(line.clock.time)->size() == 1);
    }
    SECTION("let in, but it had gone: the same key is let in by a code alone") {
        line.confirm(line.journal);
        const auto again =
            client.enrol({line.server->url(), line.code(), key}, {line.journal.device, "Mitte", "1"});
        REQUIRE(again);
        CHECK_FALSE(again->waits);
        CHECK(line.overview().registers.size() == 1);
        REQUIRE(line.store->revoke(line.journal.device, line.clock.time));
        CHECK_FALSE(
            client.enrol({line.server->url(), line.code(), key}, {line.journal.device, "Mitte", "1"}));
    }
}

TEST_CASE("whoever answers in place of the one whose code was scanned is not enrolled at") {
    Line line;
    auto client = line.client();
    const auto outcome = client.enrol({line.server->url(), line.code(), std::string(64, 'a')},
                                      {line.journal.device, "Mitte", "1"});
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().kind == ErrorKind::failed);
}
