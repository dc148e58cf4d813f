#include "app/server/http/http_server.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

#include "app/server/http/listen_address.hpp"
#include "tests/support/seed.hpp"
#include "tests/unit/app/server/raw_connection.hpp"

using namespace makegood;
using namespace makegood::server::http;
using tests::RawConnection;

namespace {

wire::HttpResponse echo(const wire::HttpRequest& request) {
    return {200,
            {{"content-type", "text/plain"}, {"x-method", request.method}},
            request.target + "|" + request.body};
}

ServerOptions any_port() {
    ServerOptions options;
    options.listen = "127.0.0.1:0";
    options.routes = {{"GET", "/"}, {"POST", "/in"}, {"GET", "/in"}};
    return options;
}

std::unique_ptr<HttpServer> started(const ServerOptions& options, Handler handler = echo) {
    auto server = HttpServer::start(options, std::move(handler));
    REQUIRE(server);
    return std::move(*server);
}

std::string post(const std::string& body, const std::string& more = "") {
    return "POST /in HTTP/1.1\r\nHost: h\r\n" + more + "Content-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

const std::string get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string get_and_close = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

// The status that one connection is answered with first; "" for none.
std::string status_of(std::uint16_t port, const std::string& bytes) {
    const RawConnection connection(port);
    connection.send(bytes);
    connection.end();
    const std::string answer = connection.read_until();
    return answer.starts_with("HTTP/1.1 ") ? answer.substr(9, 3) : answer;
}

}  // namespace

TEST_CASE("a request is handed over and its answer sent back") {
    const auto server = started(any_port());
    CHECK(server->url() == "http://127.0.0.1:" + std::to_string(server->port()));
    const RawConnection connection(server->port());
    connection.send(post("a\nb", "X-Twice: 1\r\nx-twice: 2\r\n"));
    CHECK(connection.read_until("a\nb").find("/in|a\nb") != std::string::npos);
    connection.send(get + get_and_close);
    const std::string both = connection.read_until();
    CHECK(both.find("HTTP/1.1 200") != both.rfind("HTTP/1.1 200"));
}

TEST_CASE("HEAD is answered as GET is, without the body") {
    const auto server = started(any_port());
    const RawConnection connection(server->port());
    connection.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n" + get_and_close);
    const std::string both = connection.read_until();
    const auto end = both.find("\r\n\r\n");
    REQUIRE(end != std::string::npos);
    CHECK(both.substr(0, end).find("Content-Length: 2") != std::string::npos);
    CHECK(both.substr(end + 4).starts_with("HTTP/1.1 200"));
    CHECK(status_of(server->port(), "HEAD /none HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n") == "404");
}

TEST_CASE("what is malformed or unwanted gets the right status, and the server goes on") {
    const auto server = started(any_port());
    const std::string big_header = "GET / HTTP/1.1\r\nHost: h\r\nX: " + std::string(9000, 'x') + "\r\n\r\n";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"400", "\r\n\r\n\r\n"},
        {"400", "nonsense\r\n\r\n"},
        {"400", "GET / HTTP/9.9\r\nHost: h\r\n\r\n"},
        {"400", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"400", "GET / HTTP/1.1\r\nHost : h\r\n\r\n"},
        {"400", "GET / HTTP/1.1\r\nHost: h\r\n folded\r\nBad Name: x\r\n\r\n"},
        {"400", "GET / HTTP/1.1\r\n\r\n"},
        {"400", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
        {"400", "POST /in HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n"},
        {"400", "POST /in HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n"},
        {"400", "POST /in HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"},
        {"400",
         "POST /in HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"400",
         "POST /in HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"},
        {"501", "POST /in HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"505", "GET / HTTP/1.0\r\nHost: h\r\n\r\n"},
        {"404", "GET /none HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"},
        {"404", "GET /in/ HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"},
        {"404", "GET /?x=1 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"},
        {"404", "GET /../in HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"},
        {"404", "GET http://h/ HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"},
        {"405", "DELETE /in HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"},
        {"405", "get / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"},
        {"431", big_header},
        {"413", "POST /in HTTP/1.1\r\nHost: h\r\nContent-Length: 524289\r\n\r\n"},
        {"413", "POST /in HTTP/1.1\r\nHost: h\r\nContent-Length: 18446744073709551615\r\n\r\n"},
        {"404",
         "POST /none HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n" + std::string(100000, 'x')},
        {"", ""},
        {"", "GET / HT"},
        {"", "POST /in HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc"},
    };
    for (const auto& [status, bytes] : cases) {
        INFO(bytes.substr(0, 120));
        CHECK(status_of(server->port(), bytes) == status);
    }
    CHECK(status_of(server->port(), get_and_close) == "200");
    CHECK(status_of(server->port(), post(std::string(524288, 'b'), "Connection: close\r\n")) == "200");
}

TEST_CASE("random bytes end in a refusal, never in the handler") {
    std::atomic<int> handled = 0;
    const auto server = started(any_port(), [&](const wire::HttpRequest& request) {
        ++handled;
        return echo(request);
    });
    const auto seed = tests::any_seed("http server");
    std::mt19937 random(seed);
    for (int round = 0; round < 300; ++round) {
        std::string bytes =
            "POST /nowhere HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc";
        for (int edit = 0; edit < 3; ++edit) bytes[random() % bytes.size()] = static_cast<char>(random());
        const std::string status = status_of(server->port(), bytes);
        INFO(bytes);
        CHECK((status.empty() || status[0] == '4' || status[0] == '5'));
    }
    CHECK(handled == 0);
    CHECK(status_of(server->port(), get_and_close) == "200");
}

TEST_CASE("who is slow is let go, and others are served meanwhile") {
    auto options = any_port();
    options.limits.header_time = options.limits.body_time = options.limits.idle_time =
        std::chrono::milliseconds(150);
    const auto server = started(options);
    const RawConnection silent(server->port()), slow_header(server->port()), slow_body(server->port()),
        idle(server->port());
    slow_header.send("GET / HTTP/1.1\r\nHo");
    slow_body.send("POST /in HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc");
    idle.send(get);
    CHECK(idle.read_until("/|").find("200") != std::string::npos);
    CHECK(status_of(server->port(), get_and_close) == "200");
    CHECK(silent.read_until().empty());
    CHECK(slow_header.read_until().empty());
    CHECK(slow_body.read_until().empty());
    CHECK(idle.read_until().empty());
}

TEST_CASE("one connection too many is told to come back") {
    auto options = any_port();
    SECTION("in all") {
        options.limits.connections = 2;
    }
    SECTION("from one address") {
        options.limits.connections_per_address = 2;
    }
    const auto server = started(options);
    {
        const RawConnection first(server->port()), second(server->port());
        first.send(get);
        second.send(get);
        REQUIRE(first.read_until("/|").find("200") != std::string::npos);
        REQUIRE(second.read_until("/|").find("200") != std::string::npos);
        const std::string third = RawConnection(server->port()).read_until();
        CHECK(third.find("503") != std::string::npos);
        CHECK(third.find("Retry-After") != std::string::npos);
    }
    std::string status;
    while (status != "200") status = status_of(server->port(), get_and_close);
}

TEST_CASE("requests beyond the queue are told to come back, those in it are answered") {
    auto options = any_port();
    options.limits.waiting = 2;
    std::mutex mutex;
    std::condition_variable changed;
    bool open = false;
    int inside = 0;
    const auto server = started(options, [&](const wire::HttpRequest& request) {
        std::unique_lock lock(mutex);
        ++inside;
        changed.notify_all();
        changed.wait(lock, [&] { return open; });
        return echo(request);
    });
    const RawConnection first(server->port());
    first.send(get_and_close);
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return inside == 1; });
    }
    // One of three finds the last place in the queue.
    const RawConnection more[] = {RawConnection(server->port()), RawConnection(server->port()),
                                  RawConnection(server->port())};
    for (const auto& connection : more) connection.send(get_and_close);
    while (std::count_if(std::begin(more), std::end(more), [](const auto& one) { return one.has_answer(); }) <
           2)
        std::this_thread::yield();
    {
        const std::lock_guard lock(mutex);
        open = true;
    }
    changed.notify_all();
    CHECK(first.read_until().find("HTTP/1.1 200") == 0);
    int served = 0, refused = 0;
    for (const auto& connection : more) {
        const std::string answer = connection.read_until();
        served += answer.starts_with("HTTP/1.1 200") ? 1 : 0;
        refused +=
            answer.starts_with("HTTP/1.1 503") && answer.find("retry-after: 1") != std::string::npos ? 1 : 0;
    }
    CHECK(served == 1);
    CHECK(refused == 2);
}

TEST_CASE("stopping answers what is under way and leaves nobody waiting") {
    std::mutex mutex;
    std::condition_variable changed;
    bool inside = false, open = false;
    const auto server = started(any_port(), [&](const wire::HttpRequest& request) {
        std::unique_lock lock(mutex);
        inside = true;
        changed.notify_all();
        changed.wait(lock, [&] { return open; });
        return echo(request);
    });
    const RawConnection idle(server->port()), busy(server->port());
    busy.send(get);
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return inside; });
    }
    std::thread stopper([&] { server->stop(); });
    CHECK(idle.read_until().empty());
    {
        const std::lock_guard lock(mutex);
        open = true;
    }
    changed.notify_all();
    const std::string answer = busy.read_until();
    CHECK(answer.find("200") != std::string::npos);
    CHECK(answer.find("Connection: close") != std::string::npos);
    stopper.join();
    server->stop();
    CHECK_FALSE(RawConnection(server->port()).is_open());
}

TEST_CASE("a handler that throws is answered for, and the next one works") {
    int count = 0;
    const auto server = started(any_port(), [&](const wire::HttpRequest& request) -> wire::HttpResponse {
        if (++count == 1) throw std::runtime_error("broken");
        return echo(request);
    });
    CHECK(status_of(server->port(), get_and_close) == "500");
    CHECK(status_of(server->port(), get_and_close) == "200");
}

TEST_CASE("a client that waits to be asked for its body is asked") {
    const auto server = started(any_port());
    const RawConnection connection(server->port());
    connection.send("POST /in HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    CHECK(connection.read_until("\r\n\r\n").starts_with("HTTP/1.1 100"));
    connection.send("ok");
    CHECK(connection.read_until("|ok").find("200") != std::string::npos);
}

TEST_CASE("an address that others can reach needs TLS or a proxy in front") {
    auto options = any_port();
    options.listen = "0.0.0.0:0";
    const auto refused = HttpServer::start(options, echo);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::refused);
    CHECK(refused.error().sentence.find("--tls-cert") != std::string::npos);
    options.behind_proxy = true;
    CHECK(HttpServer::start(options, echo));
}

TEST_CASE("what can't be listened on is said with a way out") {
    auto options = any_port();
    const auto server = started(options);
    options.listen = "127.0.0.1:" + std::to_string(server->port());
    ErrorKind expected = ErrorKind::failed;
    SECTION("a taken port") {}
    SECTION("half of TLS") {
        options = any_port();
        options.tls_certificate = "/nowhere/cert.pem";
        expected = ErrorKind::bad_input;
    }
    SECTION("no such certificate") {
        options = any_port();
        options.tls_certificate = options.tls_key = "/nowhere/cert.pem";
    }
    const auto refused = HttpServer::start(options, echo);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == expected);
}

TEST_CASE("addresses to listen on") {
    for (const char* taken : {"127.0.0.1:0", "127.0.0.1:8080", "0.0.0.0:443", "[::1]:65535"}) {
        const auto endpoint = parse_listen_address(taken);
        REQUIRE(endpoint);
        CHECK(to_text(*endpoint) == taken);
    }
    CHECK(to_text(*parse_listen_address("localhost:1")) == "127.0.0.1:1");
    for (const char* refused :
         {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:-1",
          "127.0.0.1:80x", "::1:80", "[127.0.0.1]:80", "office.example:80"}) {
        INFO(refused);
        CHECK_FALSE(parse_listen_address(refused));
    }
}
