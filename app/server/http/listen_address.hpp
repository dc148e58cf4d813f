// "127.0.0.1:8080" and "[::1]:8080" as an endpoint.
#pragma once
#include <boost/asio/ip/tcp.hpp>
#include <string>

#include "app/base/result.hpp"

namespace makegood::server::http {

// "localhost" is 127.0.0.1; other names are not looked up. bad_input with an example.
Result<boost::asio::ip::tcp::endpoint> parse_listen_address(const std::string& text);
// The other way round.
std::string to_text(const boost::asio::ip::tcp::endpoint& endpoint);

}  // namespace makegood::server::http
