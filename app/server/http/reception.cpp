#include "app/server/http/reception.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace makegood::server::http {

namespace asio = boost::asio;

Reception::Reception(ServerOptions given, Handler handler)
    : options(std::move(given)), handler_(std::move(handler)), worker_(1) {}

bool Reception::has_room(const asio::ip::address& from) const {
    if (guests_.size() >= options.limits.connections) return false;
    const auto found = by_address_.find(from);
    return options.behind_proxy || found == by_address_.end() ||
           found->second < options.limits.connections_per_address;
}

std::list<Guest>::iterator Reception::let_in(const asio::ip::address& from, std::function<void()> close) {
    ++by_address_[from];
    return guests_.insert(guests_.end(), Guest{std::move(close), true});
}

void Reception::let_out(std::list<Guest>::iterator guest, const asio::ip::address& from) {
    guests_.erase(guest);
    const auto found = by_address_.find(from);
    if (--found->second == 0) by_address_.erase(found);
}

void Reception::begin_stop() {
    stopping_ = true;
    for (auto& guest : guests_)
        if (guest.idle) guest.close();
}

void Reception::close_all() {
    for (auto& guest : guests_) guest.close();
}

asio::awaitable<wire::HttpResponse> Reception::ask_handler(const wire::HttpRequest& request) {
    if (waiting_ >= options.limits.waiting) {
        auto response = plain(503, "Too many requests wait already. Send it again in a second.");
        response.headers["retry-after"] = "1";
        co_return response;
    }
    ++waiting_;
    const auto run = [this, &request]() -> asio::awaitable<wire::HttpResponse> {
        wire::HttpResponse response;
        try {
            response = handler_(request);
        } catch (const std::exception&) {
            response =
                plain(500, "The server could not finish this request. Nothing was taken in; send it again.");
        }
        co_return response;
    };
    wire::HttpResponse response = co_await asio::co_spawn(worker_, run, asio::use_awaitable);
    --waiting_;
    co_return response;
}

wire::HttpResponse Reception::turned_away(const std::string& method, const std::string& target) const {
    std::string allowed;
    for (const auto& route : options.routes) {
        if (route.path != target) continue;
        if (route.method == method) return {0, {}, {}};
        allowed += (allowed.empty() ? "" : ", ") + route.method;
    }
    if (allowed.empty()) return plain(404, "There is nothing here.");
    auto response = plain(405, "This takes " + allowed + " only.");
    response.headers["allow"] = allowed;
    return response;
}

wire::HttpResponse plain(int status, const std::string& sentence) {
    return {status, {{"content-type", "text/plain; charset=utf-8"}}, sentence + "\n"};
}

}  // namespace makegood::server::http
