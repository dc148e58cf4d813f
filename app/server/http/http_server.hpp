// An HTTP/1.1 server with a limit on everything. Connections are coroutines on one thread; requests are
// answered by a handler on another, one at a time, so that whoever waits for a disk keeps nobody waiting
// at the door.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/base/result.hpp"
#include "app/wire/http_message.hpp"

namespace makegood::server::http {

struct Limits {
    std::uint32_t header_bytes = 8 * 1024;
    std::uint64_t body_bytes = 512 * 1024;
    std::chrono::milliseconds header_time =
        std::chrono::seconds(10);  // for a whole header, and for a TLS greeting
    std::chrono::milliseconds body_time = std::chrono::seconds(30);   // for a whole body
    std::chrono::milliseconds write_time = std::chrono::seconds(30);  // for the other side to take an answer
    std::chrono::milliseconds idle_time = std::chrono::seconds(60);   // between two requests
    std::chrono::milliseconds stop_time = std::chrono::seconds(5);    // for what is under way when stopping
    std::size_t connections = 1024;
    std::size_t connections_per_address = 32;  // not behind a proxy, where all have one address
    std::size_t waiting = 256;                 // requests for the handler; beyond that 503 with Retry-After
};

struct Route {
    std::string method, path;
};

struct ServerOptions {
    std::string listen = "127.0.0.1:8080";  // address:port, [address]:port; port 0: any free one
    std::string tls_certificate, tls_key;   // PEM files, both or none
    std::string tls_authority;              // PEM file: who signed the certificate; empty: not shown
    bool behind_proxy = false;              // another program in front of it speaks TLS
    Limits limits;
    std::vector<Route> routes;  // whatever is not here is 404, with another method 405
};

using Handler = std::function<wire::HttpResponse(const wire::HttpRequest&)>;

class HttpServer {
  public:
    // Listens when it answers. bad_input: an address that is none; refused: an address that others can reach
    // without TLS, unless behind a proxy; failed: taken port, files that can't be read.
    static Result<std::unique_ptr<HttpServer>> start(ServerOptions options, Handler handler);
    virtual ~HttpServer() = default;  // stops
    virtual std::uint16_t port() const = 0;
    virtual std::string url() const = 0;  // "http://127.0.0.1:8080"
    // Takes no more, answers what is under way (for at most stop_time), ends. May be repeated; any thread.
    virtual void stop() = 0;
};

// Of the authority that machines do not know by themselves (wire/certificate.hpp): of the file that is named,
// else of the last certificate of the chain where that has signed itself; else empty. failed: a file that
// can't be read.
Result<std::string> authority_fingerprint(const std::string& certificate, const std::string& authority);

}  // namespace makegood::server::http
