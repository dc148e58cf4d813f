#include "app/server/http/session.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <optional>

namespace makegood::server::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = beast::http;
using beast::error_code;
using Parser = bhttp::request_parser<bhttp::string_body>;

constexpr std::size_t read_step = 64 * 1024;
constexpr std::size_t thrown_away = 1024 * 1024;
constexpr auto farewell = std::chrono::seconds(2);

std::string text(beast::string_view view) {
    return {view.data(), view.size()};
}

std::string lower(beast::string_view view) {
    std::string name(view);
    for (char& letter : name)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return name;
}

// HEAD is GET whose answer comes without its body (RFC 9110, section 9.3.2).
bool head_only(const Parser& parser) {
    return parser.get().method() == bhttp::verb::head;
}

std::string method_of(const Parser& parser) {
    return head_only(parser) ? "GET" : text(parser.get().method_string());
}

wire::HttpRequest request_of(Parser& parser, bool from_loopback) {
    auto& message = parser.get();
    wire::HttpRequest request{method_of(parser), text(message.target()), {}, {}, from_loopback};
    for (const auto& field : message) {
        auto& value = request.headers[lower(field.name_string())];
        value += (value.empty() ? "" : ", ") + text(field.value());
    }
    request.body = std::move(message.body());
    return request;
}

bhttp::response<bhttp::string_body> answer_of(const wire::HttpResponse& response, bool keep,
                                              bool without_body) {
    bhttp::response<bhttp::string_body> answer(static_cast<bhttp::status>(response.status), 11,
                                               response.body);
    for (const auto& [name, value] : response.headers) answer.set(name, value);
    answer.set(bhttp::field::server, "makegood");
    answer.keep_alive(keep);
    answer.prepare_payload();
    if (without_body) answer.body().clear();
    return answer;
}

// What a header that can't be read is answered with; nothing when the other side has simply gone.
std::optional<wire::HttpResponse> complaint(const error_code& problem) {
    if (problem == bhttp::error::header_limit)
        return plain(431, "The header is longer than this server takes.");
    if (problem == bhttp::error::body_limit) return plain(413, "The body is longer than this server takes.");
    const bool left = problem == bhttp::error::end_of_stream || problem == bhttp::error::partial_message;
    if (left || problem.category() != make_error_code(bhttp::error::bad_target).category())
        return std::nullopt;
    return plain(400, "This is not HTTP/1.1 as this server reads it.");
}

// What is wrong with a header that can be read; status 0 when nothing is.
wire::HttpResponse objection(const Parser& parser, const Reception& reception) {
    const auto& message = parser.get();
    if (message.version() != 11) return plain(505, "This server speaks HTTP/1.1.");
    if (message.count(bhttp::field::host) != 1) return plain(400, "The request must name the host once.");
    // Two ways to say where a body ends are one too many; registers always say its length.
    if (message.count(bhttp::field::transfer_encoding) != 0)
        return plain(501, "Send the body with its Content-Length.");
    return reception.turned_away(method_of(parser), text(message.target()));
}

template <class Stream>
class Session {
  public:
    Session(Stream& stream, Reception& reception, Guest& guest, bool from_loopback)
        : stream_(stream),
          reception_(reception),
          limits_(reception.options.limits),
          guest_(guest),
          from_loopback_(from_loopback),
          buffer_(limits_.header_bytes + read_step) {}

    asio::awaitable<void> run() {
        bool more = true;
        while (more && !reception_.stopping()) {
            guest_.idle = true;
            const bool began = co_await first_byte();
            if (!began) co_return;
            guest_.idle = false;
            more = co_await one_request();
        }
    }

  private:
    auto& deadline() { return beast::get_lowest_layer(stream_); }

    asio::awaitable<bool> first_byte() {
        if (buffer_.size() > 0) co_return true;
        error_code problem;
        deadline().expires_after(served_one_ ? limits_.idle_time : limits_.header_time);
        const std::size_t got = co_await stream_.async_read_some(
            buffer_.prepare(read_step / 16), asio::redirect_error(asio::use_awaitable, problem));
        buffer_.commit(got);
        co_return !problem;
    }

    // Whether another may follow.
    asio::awaitable<bool> one_request() {
        Parser parser;
        parser.header_limit(limits_.header_bytes);
        parser.body_limit(limits_.body_bytes);
        error_code problem;
        deadline().expires_after(limits_.header_time);
        co_await bhttp::async_read_header(stream_, buffer_, parser,
                                          asio::redirect_error(asio::use_awaitable, problem));
        if (problem) {
            const auto refusal = complaint(problem);
            if (refusal) co_await write(*refusal, false);
            co_return false;
        }
        without_body_ = head_only(parser);
        const wire::HttpResponse refusal = objection(parser, reception_);
        if (refusal.status != 0) {
            const bool keep = parser.is_done() && parser.keep_alive() && refusal.status < 500;
            const bool written = co_await write(refusal, keep);
            co_return written&& keep;
        }
        const bool whole = co_await read_body(parser);
        if (!whole) co_return false;
        const bool keep = parser.keep_alive();
        const wire::HttpRequest request = request_of(parser, from_loopback_);
        const wire::HttpResponse response = co_await reception_.ask_handler(request);
        served_one_ = true;
        const bool keep_on = keep && !reception_.stopping();
        const bool written = co_await write(response, keep_on);
        co_return written&& keep_on;
    }

    asio::awaitable<bool> read_body(Parser& parser) {
        error_code problem;
        if (beast::iequals(parser.get()[bhttp::field::expect], "100-continue")) {
            bhttp::response<bhttp::empty_body> go_on(bhttp::status::continue_, 11);
            deadline().expires_after(limits_.write_time);
            co_await bhttp::async_write(stream_, go_on, asio::redirect_error(asio::use_awaitable, problem));
            if (problem) co_return false;
        }
        deadline().expires_after(limits_.body_time);
        co_await bhttp::async_read(stream_, buffer_, parser,
                                   asio::redirect_error(asio::use_awaitable, problem));
        if (problem == bhttp::error::body_limit)
            co_await write(plain(413, "The body is longer than this server takes."), false);
        co_return !problem;
    }

    asio::awaitable<bool> write(const wire::HttpResponse& response, bool keep) {
        const auto answer = answer_of(response, keep, without_body_);
        error_code problem;
        deadline().expires_after(limits_.write_time);
        co_await bhttp::async_write(stream_, answer, asio::redirect_error(asio::use_awaitable, problem));
        co_return !problem;
    }

    Stream& stream_;
    Reception& reception_;
    const Limits& limits_;
    Guest& guest_;
    bool from_loopback_;
    bool served_one_ = false;
    bool without_body_ = false;  // of the request at hand
    beast::flat_buffer buffer_;
};

// Bytes that nobody reads would reset the connection and take the last answer with them.
asio::awaitable<void> say_goodbye(beast::tcp_stream& stream) {
    error_code problem;
    stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, problem);
    std::string unread(read_step / 4, '\0');
    stream.expires_after(farewell);
    for (std::size_t total = 0; !problem && total < thrown_away;)
        total += co_await stream.async_read_some(asio::buffer(unread),
                                                 asio::redirect_error(asio::use_awaitable, problem));
}

asio::awaitable<void> serve_plain(beast::tcp_stream& stream, Reception& reception, Guest& guest,
                                  bool from_loopback) {
    Session<beast::tcp_stream> session(stream, reception, guest, from_loopback);
    co_await session.run();
    guest.idle = true;
    if (reception.stopping()) co_return;
    co_await say_goodbye(stream);
}

asio::awaitable<void> serve_tls(beast::tcp_stream& stream, Reception& reception, Guest& guest,
                                bool from_loopback, asio::ssl::context& context) {
    beast::ssl_stream<beast::tcp_stream&> tls(stream, context);
    error_code problem;
    stream.expires_after(reception.options.limits.header_time);
    co_await tls.async_handshake(asio::ssl::stream_base::server,
                                 asio::redirect_error(asio::use_awaitable, problem));
    if (problem) co_return;
    Session<beast::ssl_stream<beast::tcp_stream&>> session(tls, reception, guest, from_loopback);
    co_await session.run();
    stream.expires_after(reception.options.limits.stop_time);
    co_await tls.async_shutdown(asio::redirect_error(asio::use_awaitable, problem));
}

}  // namespace

asio::awaitable<void> serve(beast::tcp_stream stream, std::shared_ptr<Reception> reception,
                            std::shared_ptr<asio::ssl::context> tls) {
    error_code problem;
    const auto peer = stream.socket().remote_endpoint(problem);
    if (problem) co_return;
    const auto guest = reception->let_in(peer.address(), [&stream] { stream.close(); });
    const bool from_loopback = peer.address().is_loopback();
    // Whatever a connection throws ends this connection only.
    try {
        if (tls)
            co_await serve_tls(stream, *reception, *guest, from_loopback, *tls);
        else
            co_await serve_plain(stream, *reception, *guest, from_loopback);
    } catch (const std::exception&) {
        stream.close();
    }
    reception->let_out(guest, peer.address());
}

}  // namespace makegood::server::http
