// One connection, from its first byte to its last.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <memory>

#include "app/server/http/reception.hpp"

namespace makegood::server::http {

// Serves requests until the other side, a limit or the reception ends it. `tls` is null for plain HTTP.
boost::asio::awaitable<void> serve(boost::beast::tcp_stream stream, std::shared_ptr<Reception> reception,
                                   std::shared_ptr<boost::asio::ssl::context> tls);

}  // namespace makegood::server::http
