#include "app/server/http/http_server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <mutex>
#include <thread>

#include "app/server/http/listen_address.hpp"
#include "app/server/http/session.hpp"
#include "app/server/http/tls.hpp"

namespace makegood::server::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::string_view no_room =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
constexpr auto breath = std::chrono::milliseconds(50);

class Running final : public HttpServer {
  public:
    Running(ServerOptions options, Handler handler, std::shared_ptr<asio::ssl::context> tls)
        : reception_(std::make_shared<Reception>(std::move(options), std::move(handler))),
          tls_(std::move(tls)) {}
    ~Running() override { stop(); }

    error_code open(const tcp::endpoint& endpoint) {
        error_code problem;
        acceptor_.open(endpoint.protocol(), problem);
        if (!problem) acceptor_.set_option(asio::socket_base::reuse_address(true), problem);
        if (!problem) acceptor_.bind(endpoint, problem);
        if (!problem) acceptor_.listen(asio::socket_base::max_listen_connections, problem);
        if (!problem) endpoint_ = acceptor_.local_endpoint(problem);
        return problem;
    }

    void run() {
        asio::co_spawn(io_, accept(), asio::detached);
        thread_ = std::thread([this] { io_.run(); });
    }

    std::uint16_t port() const override { return endpoint_.port(); }
    std::string url() const override { return (tls_ ? "https://" : "http://") + to_text(endpoint_); }

    void stop() override {
        const std::lock_guard lock(stop_mutex_);
        if (!thread_.joinable()) return;
        asio::post(io_, [this] { begin_stop(); });
        thread_.join();
        reception_->join_worker();
    }

  private:
    asio::awaitable<void> accept() {
        while (acceptor_.is_open()) {
            error_code problem;
            tcp::socket socket =
                co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, problem));
            if (!problem) {
                greet(std::move(socket));
            } else if (acceptor_.is_open()) {
                // No descriptor is left: those that are open must end first.
                asio::steady_timer timer(io_, breath);
                co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, problem));
            }
        }
    }

    void greet(tcp::socket socket) {
        error_code problem;
        const auto peer = socket.remote_endpoint(problem);
        if (problem) return;
        if (!reception_->has_room(peer.address())) {
            socket.non_blocking(true, problem);
            if (!tls_) socket.write_some(asio::buffer(no_room), problem);
            return;
        }
        socket.set_option(tcp::no_delay(true), problem);
        asio::co_spawn(io_, serve(boost::beast::tcp_stream(std::move(socket)), reception_, tls_),
                       [this](const std::exception_ptr&) { end_when_empty(); });
    }

    void begin_stop() {
        error_code ignored;
        acceptor_.close(ignored);
        reception_->begin_stop();
        stop_timer_.expires_after(reception_->options.limits.stop_time);
        stop_timer_.async_wait([this](const error_code& cancelled) {
            if (!cancelled) reception_->close_all();
        });
        end_when_empty();
    }

    void end_when_empty() {
        if (reception_->stopping() && reception_->empty()) stop_timer_.cancel();
    }

    asio::io_context io_{1};
    tcp::acceptor acceptor_{io_};
    asio::steady_timer stop_timer_{io_};
    std::shared_ptr<Reception> reception_;
    std::shared_ptr<asio::ssl::context> tls_;
    tcp::endpoint endpoint_;
    std::mutex stop_mutex_;
    std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::start(ServerOptions options, Handler handler) {
    const auto endpoint = parse_listen_address(options.listen);
    if (!endpoint) return fail(endpoint.error());
    auto tls = make_tls(options.tls_certificate, options.tls_key, options.tls_authority);
    if (!tls) return fail(tls.error());
    if (!endpoint->address().is_loopback() && !*tls && !options.behind_proxy)
        return fail(
            ErrorKind::refused,
            "Others could reach " + options.listen +
                " and read along. Give --tls-cert and --tls-key, listen on 127.0.0.1, or say --behind-proxy "
                "when another program speaks TLS in front of this one.");
    const std::string listen = options.listen;
    auto server = std::make_unique<Running>(std::move(options), std::move(handler), std::move(*tls));
    if (const auto problem = server->open(*endpoint))
        return fail(ErrorKind::failed, "Can't listen on " + listen + ": " + problem.message() +
                                           ". Choose another address or port with --listen.");
    server->run();
    return server;
}

}  // namespace makegood::server::http
