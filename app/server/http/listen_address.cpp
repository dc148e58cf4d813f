#include "app/server/http/listen_address.hpp"

#include <charconv>

namespace makegood::server::http {
namespace {

namespace ip = boost::asio::ip;

tl::unexpected<Error> not_an_address(const std::string& text) {
    return fail(ErrorKind::bad_input,
                "\"" + text.substr(0, 80) +
                    "\" is not an address to listen on; write it like 127.0.0.1:8080, [::1]:8080 "
                    "or 0.0.0.0:443.");
}

}  // namespace

Result<ip::tcp::endpoint> parse_listen_address(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return not_an_address(text);
    std::string host = text.substr(0, colon);
    if (host == "localhost") host = "127.0.0.1";
    const bool in_brackets = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (in_brackets) host = host.substr(1, host.size() - 2);
    boost::system::error_code problem;
    const auto address = ip::make_address(host, problem);
    std::uint16_t port = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, port);
    if (problem || read.ec != std::errc{} || read.ptr != end || address.is_v6() != in_brackets)
        return not_an_address(text);
    return ip::tcp::endpoint(address, port);
}

std::string to_text(const ip::tcp::endpoint& endpoint) {
    const std::string host = endpoint.address().to_string();
    return (endpoint.address().is_v6() ? "[" + host + "]" : host) + ":" + std::to_string(endpoint.port());
}

}  // namespace makegood::server::http
