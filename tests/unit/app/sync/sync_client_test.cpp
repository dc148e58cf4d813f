// A register and head office, each with its real code, over real connections.
#include "app/sync/sync_client.hpp"

#include <mutex>

#include "app/server/http/http_server.hpp"
#include "tests/support/fault_proxy.hpp"
#include "tests/support/head_office_world.hpp"
#include "tests/support/seed.hpp"

using namespace makegood;
using namespace makegood::tests;
using sync::Enrolment;
using sync::SyncClient;

namespace {

sync::SyncOptions batches_of(std::size_t events) {
    sync::SyncOptions options;
    options.batch_events = events;
    return options;
}

// Head office behind a real server, and one register.
struct Line : HeadOfficeWorld {
    Journal journal;
    SetClock register_clock;
    std::mutex mutex;
    std::unique_ptr<server::http::HttpServer> server;
    std::function<void(wire::HttpResponse&)> spoil = [](wire::HttpResponse&) {};

    Line() {
        listen();
        journal.add(ports::ShopOpened{"Mitte", "1", "EUR", "UTC", device.public_key_hex()});
    }
    ~Line() { server->stop(); }

    void listen() {
        server::http::ServerOptions options;
        options.listen = "127.0.0.1:0";
        options.limits.body_time = options.limits.header_time = std::chrono::seconds(60);
        options.routes = {{"POST", "/v1/enrol"}, {"POST", "/v1/hello"}, {"POST", "/v1/events"}};
        auto begun = server::http::HttpServer::start(options, [this](const wire::HttpRequest& request) {
            const std::lock_guard lock(mutex);
            auto response = receiver->handle(request);
            spoil(response);
            return response;
        });
        REQUIRE(begun);
        server = std::move(*begun);
    }
    void restart() {
        server->stop();
        open();
        listen();
    }
    SyncClient client(sync::SyncOptions options = {}) {
        return {device, register_clock, random, std::move(options)};
    }
    Enrolment enrolled() {
        auto caller = client();
        const auto made = caller.enrol({server->url(), code(), {}}, {journal.device, "Mitte", "1"});
        REQUIRE(made);
        CHECK(made->waits);
        confirm(journal);
        return *made;
    }
};

void expect_refused(const Result<sync::SyncReport>& outcome, ErrorKind kind, const std::string& word) {
    REQUIRE_FALSE(outcome);
    INFO(outcome.error().sentence << " [" << outcome.error().detail << "]");
    CHECK(outcome.error().kind == kind);
    CHECK(outcome.error().sentence.find(word) != std::string::npos);
}

}  // namespace

TEST_CASE("a register enrols and sends its journal") {
    Line line;
    for (int i = 0; i < 5; ++i) line.journal.add_case();
    const auto enrolment = line.enrolled();
    CHECK(enrolment.url == line.server->url());
    CHECK(enrolment.head_office_key == line.key.public_key_hex());
    CHECK(enrolment.store_id == "s1");
    CHECK(sync::match_number(enrolment, line.device).size() == 6);

    auto client = line.client(batches_of(3));
    const auto report = client.run_once(enrolment, line.journal);
    REQUIRE(report);
    CHECK(report->sent == 16);
    CHECK(report->acknowledged == 16);
    CHECK_FALSE(report->clock_offset);
    CHECK(line.journal.acknowledged == 16);
    CHECK(line.stored_of(line.journal) == 16);

    line.journal.add_case();
    CHECK(client.run_once(enrolment, line.journal)->sent == 3);
    CHECK(client.run_once(enrolment, line.journal)->sent == 0);
    CHECK(line.overview().registers[0].incidents.stock_out == 6);
    CHECK(line.overview().exception_count == 0);
}

TEST_CASE("a batch is kept within 256 KiB") {
    Line line;
    for (int i = 0; i < 5; ++i) line.journal.add_bytes(std::string(100'000, 'x'));
    line.journal.add_bytes(std::string(wire::event_limit, 'y'));
    const auto enrolment = line.enrolled();
    const auto report = line.client().run_once(enrolment, line.journal);
    REQUIRE(report);
    CHECK(line.stored_of(line.journal) == 7);
}

TEST_CASE("enrolling is refused with head office's reason") {
    Line line;
    auto client = line.client();
    const auto enrol = [&](const std::string& code, const std::string& shop) {
        const auto outcome = client.enrol({line.server->url(), code, {}}, {line.journal.device, shop, "1"});
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().kind == ErrorKind::refused);
        return outcome.error().sentence;
    };
    CHECK(enrol("AAAAA-AAAAA", "Mitte").find("not known") != std::string::npos);
    CHECK(enrol(line.code(), "Nord").find("\"Mitte\"") != std::string::npos);
    const std::string old_code = line.code();
    line.clock.time += std::chrono::hours(1);
    CHECK(enrol(old_code, "Mitte").find("too old") != std::string::npos);
    CHECK_FALSE(client.enrol({"ftp://nowhere", old_code, {}}, {line.journal.device, "Mitte", "1"}));
}

TEST_CASE("a register's wrong clock does not stop it, and is noticed") {
    Line line;
    const auto off = GENERATE(-10 * 365 * 24, -1, 1, 10 * 365 * 24);
    line.register_clock.time += std::chrono::hours(off);
    line.journal.add_case();
    const auto enrolment = line.enrolled();
    const auto report = line.client().run_once(enrolment, line.journal);
    REQUIRE(report);
    CHECK(line.stored_of(line.journal) == 4);
    CHECK(report->clock_offset == -Duration(std::chrono::hours(off)));
}

TEST_CASE("what stands in the way is said in words") {
    Line line;
    line.journal.add_case();
    const auto enrolment = line.enrolled();
    auto client = line.client();
    SECTION("nobody there") {
        line.server->stop();
        expect_refused(client.run_once(enrolment, line.journal), ErrorKind::failed, "can't be reached");
    }
    SECTION("revoked") {
        REQUIRE(line.store->revoke(line.journal.device, line.clock.time));
        expect_refused(client.run_once(enrolment, line.journal), ErrorKind::refused, "revoked");
    }
    SECTION("not enrolled") {
        const SeedSigner stranger('S');
        SyncClient other(stranger, line.register_clock, line.random);
        expect_refused(other.run_once(enrolment, line.journal), ErrorKind::refused, "one-time code");
    }
    SECTION("another head office") {
        auto elsewhere = enrolment;
        elsewhere.head_office_key = SeedSigner('x').public_key_hex();
        expect_refused(client.run_once(elsewhere, line.journal), ErrorKind::failed, "not the head office");
    }
    SECTION("no answer in time") {
        const int silent = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        REQUIRE(::bind(silent, reinterpret_cast<sockaddr*>(&address), size) == 0);
        REQUIRE(::listen(silent, 8) == 0);
        REQUIRE(::getsockname(silent, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        auto elsewhere = enrolment;
        elsewhere.url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
        sync::SyncOptions hasty;
        hasty.call.answer_time = std::chrono::milliseconds(100);
        auto impatient = line.client(hasty);
        expect_refused(impatient.run_once(elsewhere, line.journal), ErrorKind::failed, "in time");
        ::close(silent);
    }
    SECTION("told to stop") {
        sync::SyncOptions options;
        options.call.keep_on = [] { return false; };
        auto stopping = line.client(options);
        REQUIRE_FALSE(stopping.run_once(enrolment, line.journal));
    }
    CHECK(line.journal.acknowledged == 0);
    CHECK(line.stored_of(line.journal) == 0);
}

TEST_CASE("only a genuine acknowledgement moves the mark") {
    Line line;
    line.journal.add_case();
    const auto enrolment = line.enrolled();
    int answers = 0;
    const SeedSigner forger('F');
    SECTION("another body") {
        line.spoil = [&](wire::HttpResponse& response) {
            if (++answers == 2) response.body.replace(response.body.find("\"upto\":4"), 8, "\"upto\":3");
        };
    }
    SECTION("another status") {
        line.spoil = [&](wire::HttpResponse& response) {
            if (++answers == 2) response.status = 409;
        };
    }
    SECTION("no signature") {
        line.spoil = [&](wire::HttpResponse& response) {
            if (++answers == 2) response.headers.erase("signature");
        };
    }
    SECTION("signed by another") {
        line.spoil = [&](wire::HttpResponse& response) {
            if (++answers == 2) wire::sign(response, 0, wire::verify(response)->nonce, forger);
        };
    }
    SECTION("an earlier request's") {
        line.spoil = [&](wire::HttpResponse& response) {
            if (++answers == 2) wire::sign(response, 0, "some-other-nonce-0", line.key);
        };
    }
    SECTION("another journal's hash") {
        line.spoil = [&](wire::HttpResponse& response) {
            if (++answers != 2) return;
            const std::string nonce = wire::verify(response)->nonce;
            auto ack = *wire::decode_acknowledgement(response.body);
            ack.head_hash = std::string(64, 'a');
            response.body = wire::encode(ack);
            wire::sign(response, 0, nonce, line.key);
        };
    }
    CHECK_FALSE(line.client().run_once(enrolment, line.journal));
    CHECK(line.journal.acknowledged == 0);
    line.spoil = [](wire::HttpResponse&) {};
    CHECK(line.client().run_once(enrolment, line.journal));
    CHECK(line.journal.acknowledged == 4);
    CHECK(line.stored_of(line.journal) == 4);
}

TEST_CASE("a restored or changed register is found and sends nothing") {
    Line line;
    for (int i = 0; i < 3; ++i) line.journal.add_case();
    const auto enrolment = line.enrolled();
    REQUIRE(line.client().run_once(enrolment, line.journal));
    Journal other = line.journal;
    SECTION("restored from a copy") {
        other.events.resize(6);
    }
    SECTION("gone another way since the copy") {
        other.events.resize(6);
        for (int i = 0; i < 3; ++i) other.add(ports::IncidentClosed{IncidentId("i1-2"), "left"});
        other.add_case();
    }
    expect_refused(line.client().run_once(enrolment, other), ErrorKind::refused, "restored");
    CHECK(line.stored_of(line.journal) == 10);
}

TEST_CASE("a journal that breaks off is sent up to there") {
    Line line;
    for (int i = 0; i < 3; ++i) line.journal.add_case();
    line.journal.events[6].bytes.back() = ' ';
    line.journal.events[6].hash = wire::blake2b_hex(line.journal.events[6].bytes);
    const auto enrolment = line.enrolled();
    const auto outcome = line.client().run_once(enrolment, line.journal);
    expect_refused(outcome, ErrorKind::refused, "Verify");
    CHECK(line.journal.acknowledged >= 6);
    CHECK(line.journal.acknowledged <= 7);
}

TEST_CASE("head office restored from an earlier copy gets the rest again") {
    Line line;
    const auto enrolment = line.enrolled();
    const auto office = std::filesystem::path(line.folder.path()) / "office",
               copy = office.parent_path() / "copy";
    const auto close = [&] {
        line.server->stop();
        line.receiver.reset();
        line.store.reset();
    };
    line.journal.add_case();
    REQUIRE(line.client().run_once(enrolment, line.journal));
    close();
    std::filesystem::copy(office, copy, std::filesystem::copy_options::recursive);
    line.restart();
    for (int i = 0; i < 4; ++i) line.journal.add_case();
    auto moved = enrolment;
    moved.url = line.server->url();
    REQUIRE(line.client().run_once(moved, line.journal));
    close();
    std::filesystem::remove_all(office);
    std::filesystem::rename(copy, office);
    line.restart();
    moved.url = line.server->url();
    CHECK(line.stored_of(line.journal) == 4);
    REQUIRE(line.client().run_once(moved, line.journal));
    CHECK(line.stored_of(line.journal) == 16);
    CHECK(line.journal.acknowledged == 16);
}

TEST_CASE("every event arrives exactly once over a line that breaks anywhere") {
    Line line;
    const auto seed = tests::any_seed("breaking line");
    std::mt19937 random(seed);
    auto enrolment = line.enrolled();
    for (int i = 0; i < 30; ++i) line.journal.add_case();
    line.journal.add_bytes("{\"v\":99}");
    for (int i = 0; i < 10; ++i) line.journal.add_case();
    constexpr int bad_connections = 60;
    // Cut in the request, in the answer after the request took effect, or between batches.
    FaultProxy proxy(line.server->port(), [&](int connection) {
        if (connection >= bad_connections) return FaultProxy::Cut{};
        FaultProxy::Cut cut;
        if (random() % 2 == 0)
            cut.up = static_cast<std::int64_t>(random() % 6000);
        else
            cut.down = static_cast<std::int64_t>(random() % 3000);
        return cut;
    });
    enrolment.url = proxy.url();
    auto client = line.client(batches_of(7));
    std::uint64_t before = 0;
    int runs = 0;
    for (bool done = false; !done && runs < 500; ++runs) {
        done = client.run_once(enrolment, line.journal).has_value();
        CHECK(line.journal.acknowledged >= before);
        before = line.journal.acknowledged;
        CHECK(line.stored_of(line.journal) >= line.journal.acknowledged);
    }
    CHECK(runs < 500);
    CHECK(line.journal.acknowledged == line.journal.events.size());
    CHECK(line.stored_of(line.journal) == line.journal.events.size());
    const auto overview = line.overview();
    CHECK(overview.registers[0].incidents.stock_out == 40);
    CHECK(overview.registers[0].recoveries.given == 40);
    CHECK(overview.registers[0].money.spent == Money::minor(40 * 250));
    CHECK(overview.exception_count == 1);
}

TEST_CASE("head office may restart between any two batches") {
    Line line;
    auto enrolment = line.enrolled();
    for (int i = 0; i < 8; ++i) line.journal.add_case();
    int runs = 0;
    while (line.journal.acknowledged < line.journal.events.size() && runs++ < 100) {
        int answers = 0;
        line.spoil = [&](wire::HttpResponse& response) {
            if (++answers >= 3) response = {500, {}, "gone"};
        };
        (void)line.client(batches_of(2)).run_once(enrolment, line.journal).has_value();
        line.restart();
        enrolment.url = line.server->url();
    }
    CHECK(line.stored_of(line.journal) == 25);
    CHECK(line.overview().registers[0].incidents.stock_out == 8);
}

TEST_CASE("one bad event never delays the ten thousand behind it", "[long]") {
    Line line;
    const auto enrolment = line.enrolled();
    line.journal.add_bytes("\xff");
    while (line.journal.events.size() < 10'000) line.journal.add_case();
    REQUIRE(line.client().run_once(enrolment, line.journal));
    CHECK(line.stored_of(line.journal) == line.journal.events.size());
    CHECK(line.overview().exception_count == 1);
}
