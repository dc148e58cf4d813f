// What all connections of one server share. Everything here belongs to the thread of the connections,
// except the handler, which runs on the worker's.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/thread_pool.hpp>
#include <functional>
#include <list>
#include <map>

#include "app/server/http/http_server.hpp"

namespace makegood::server::http {

// A connection that is open, as the server sees it when it stops.
struct Guest {
    std::function<void()> close;
    bool idle = true;  // no request is under way
};

class Reception {
  public:
    Reception(ServerOptions given, Handler handler);

    // Whether one more connection from there may come in.
    bool has_room(const boost::asio::ip::address& from) const;
    std::list<Guest>::iterator let_in(const boost::asio::ip::address& from, std::function<void()> close);
    void let_out(std::list<Guest>::iterator guest, const boost::asio::ip::address& from);
    bool empty() const { return guests_.empty(); }
    // Connections without a request under way are closed at once, the others after their answer.
    void begin_stop();
    void close_all();
    bool stopping() const { return stopping_; }

    // Runs the handler on the worker's thread; 503 when too many wait already, 500 when it throws.
    boost::asio::awaitable<wire::HttpResponse> ask_handler(const wire::HttpRequest& request);
    // The answer to what no route takes: 404, or 405 with the methods that there are; status 0 when one does.
    wire::HttpResponse turned_away(const std::string& method, const std::string& target) const;

    void join_worker() { worker_.join(); }
    const ServerOptions options;

  private:
    Handler handler_;
    boost::asio::thread_pool worker_;
    std::size_t waiting_ = 0;
    std::list<Guest> guests_;
    std::map<boost::asio::ip::address, std::size_t> by_address_;
    bool stopping_ = false;
};

// An answer of the server itself, in words.
wire::HttpResponse plain(int status, const std::string& sentence);

}  // namespace makegood::server::http
