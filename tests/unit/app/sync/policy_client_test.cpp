// Rules that come down over a real connection, from a head office whose answers somebody spoils on the way.
#include "app/sync/policy_client.hpp"

#include <mutex>

#include "app/server/http/http_server.hpp"
#include "app/wire/policy_messages.hpp"
#include "tests/support/head_office_world.hpp"
#include "tests/support/seed.hpp"

using namespace makegood;
using namespace makegood::tests;

namespace {

struct Line : HeadOfficeWorld {
    Journal journal;
    std::mutex mutex;
    std::function<void(wire::HttpResponse&)> spoil = [](wire::HttpResponse&) {};
    std::unique_ptr<server::http::HttpServer> server;
    sync::Enrolment enrolment;

    Line() {
        receiver->hand_down_rules(*store);
        REQUIRE(enrol(code(), journal, device).status == 200);
        server::http::ServerOptions options;
        options.listen = "127.0.0.1:0";
        options.limits.body_time = options.limits.header_time = std::chrono::seconds(60);
        options.routes = {{"POST", std::string(wire::policy_path)}};
        auto begun = server::http::HttpServer::start(options, [this](const wire::HttpRequest& asked) {
            const std::lock_guard lock(mutex);
            auto response = receiver->handle(asked);
            spoil(response);
            return response;
        });
        REQUIRE(begun);
        server = std::move(*begun);
        enrolment = {server->url(), key.public_key_hex(), "s1", {}};
    }
    ~Line() { server->stop(); }

    void publish(std::uint64_t version) {
        const std::string text = "version = " + std::to_string(version);
        REQUIRE(store->publish_policy({"Mitte", version, {text, "signature"}}, clock.now()));
    }
    Result<std::optional<ports::SignedText>> ask(std::uint64_t after = 0) {
        return sync::PolicyClient(device, clock, random, {}).newer_than(after, journal.device, enrolment);
    }
};

}  // namespace

TEST_CASE("newer rules come down, and none where there are none") {
    Line line;
    CHECK_FALSE(line.ask().value());
    line.publish(3);
    CHECK((*line.ask())->text == "version = 3");
    CHECK((*line.ask(2))->signature == "signature");
    CHECK_FALSE(line.ask(3).value());
}

TEST_CASE("large rules come down whole") {
    Line line;
    const std::string text(wire::longest_policy, '"');
    REQUIRE(line.store->publish_policy({"Mitte", 1, {text, "s"}}, line.clock.now()));
    CHECK((*line.ask())->text == text);
}

TEST_CASE("an answer of before, of somebody else or changed on its way is not taken") {
    Line line;
    line.publish(1);
    wire::HttpResponse first;
    line.spoil = [&](wire::HttpResponse& response) { first = response; };
    REQUIRE(line.ask());
    line.publish(2);
    const SeedSigner stranger('S');
    std::mt19937_64 dice(any_seed("spoilt answers"));
    const std::function<void(wire::HttpResponse&)> spoilers[] = {
        [&](wire::HttpResponse& response) { response = first; },
        [&](wire::HttpResponse& response) { response.body = first.body; },
        [&](wire::HttpResponse& response) {
            const auto nonce = wire::verify(response)->nonce;
            response.body = first.body;
            wire::sign(response, 1, nonce, stranger);
        },
        [&](wire::HttpResponse& response) {
            response.body[dice() % response.body.size()] ^= static_cast<char>(1 << (dice() % 7));
        },
        [&](wire::HttpResponse& response) { response.body.pop_back(); },
    };
    for (const auto& spoiler : spoilers) {
        line.spoil = spoiler;
        CHECK_FALSE(line.ask());
    }
    line.spoil = [](wire::HttpResponse&) {};
    CHECK((*line.ask())->text == "version = 2");
}

TEST_CASE("an older version than asked for is none, whoever signs it") {
    Line line;
    line.publish(4);
    line.spoil = [&](wire::HttpResponse& response) {
        const auto nonce = wire::verify(response)->nonce;
        response.body = wire::encode(wire::PolicyAnswer{3, "version = 3", "s"});
        wire::sign(response,
                   std::chrono::floor<std::chrono::seconds>(line.clock.time).time_since_epoch().count(),
                   nonce, line.key);
    };
    CHECK_FALSE(line.ask(3).value());
    CHECK(line.ask(2).value());
}
