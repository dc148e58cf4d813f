// A TCP proxy on loopback that cuts connections at chosen bytes: what a bad line does to sync.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace makegood::tests {

class FaultProxy {
  public:
    // After how many bytes in each direction a connection is cut; negative: never.
    struct Cut {
        std::int64_t up = -1, down = -1;
    };
    using Plan = std::function<Cut(int connection)>;  // called on the proxy's own thread, from 0 on

    FaultProxy(std::uint16_t target, Plan plan) : target_(target), plan_(std::move(plan)) {
        listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = loopback(0);
        socklen_t size = sizeof address;
        if (::bind(listening_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(listening_, 64) != 0 ||
            ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            throw std::runtime_error("the proxy can't listen");
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { accept_all(); });
    }
    ~FaultProxy() {
        stopping_ = true;
        thread_.join();
        for (auto& pump : pumps_) pump.join();
        ::close(listening_);
    }
    FaultProxy(const FaultProxy&) = delete;
    FaultProxy& operator=(const FaultProxy&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    int connections() const { return connections_; }

  private:
    static constexpr int look_around_ms = 20;

    static sockaddr_in loopback(std::uint16_t port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }

    void accept_all() {
        while (!stopping_) {
            pollfd waiting{listening_, POLLIN, 0};
            if (::poll(&waiting, 1, look_around_ms) <= 0) continue;
            const int client = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0) continue;
            const Cut cut = plan_(connections_++);
            pumps_.emplace_back([this, client, cut] { pump(client, cut); });
        }
    }

    void pump(int client, Cut cut) {
        const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(target_);
        if (::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
            while (!stopping_ && pass(client, server, cut.up) && pass(server, client, cut.down)) {
            }
        ::close(client);
        ::close(server);
    }

    // Passes on what is there; false at the end or at the cut.
    bool pass(int from, int to, std::int64_t& left) {
        if (left == 0) return false;
        pollfd waiting{from, POLLIN, 0};
        if (::poll(&waiting, 1, 1) <= 0) return true;
        char bytes[4096];
        std::size_t wanted = sizeof bytes;
        if (left > 0 && static_cast<std::size_t>(left) < wanted) wanted = static_cast<std::size_t>(left);
        const ssize_t got = ::recv(from, bytes, wanted, 0);
        if (got <= 0) return false;
        if (left > 0) left -= got;
        return ::send(to, bytes, static_cast<std::size_t>(got), MSG_NOSIGNAL) == got && left != 0;
    }

    std::uint16_t target_, port_ = 0;
    Plan plan_;
    int listening_ = -1;
    std::atomic<bool> stopping_ = false;
    std::atomic<int> connections_ = 0;
    std::vector<std::thread> pumps_;  // of the accepting thread until it has ended
    std::thread thread_;
};

}  // namespace makegood::tests
