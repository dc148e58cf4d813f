#include "devices/transport/tcp.hpp"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <chrono>
#include <cstring>

namespace makegood::devices::transport {

namespace {

struct FreeAddresses {
    void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

void set(int socket, int level, int name, int value) {
    ::setsockopt(socket, level, name, &value, sizeof value);
}

// A printer that was switched off says nothing; the kernel asks it every few seconds.
void watch_over(int socket) {
    set(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
    set(socket, IPPROTO_TCP, TCP_KEEPIDLE, 5);
    set(socket, IPPROTO_TCP, TCP_KEEPINTVL, 3);
    set(socket, IPPROTO_TCP, TCP_KEEPCNT, 3);
    set(socket, IPPROTO_TCP, TCP_NODELAY, 1);
}

// 0, or the errno of the failure.
int connect_within(int socket, const addrinfo& address, Duration limit) {
    if (::connect(socket, address.ai_addr, address.ai_addrlen) == 0) return 0;
    if (errno != EINPROGRESS) return errno;
    if (wait_for(socket, POLLOUT, limit) == 0) return ETIMEDOUT;
    int reason = 0;
    socklen_t size = sizeof reason;
    ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &reason, &size);
    return reason;
}

}  // namespace

Tcp::Tcp(std::string host, std::string port)
    : DescriptorLink("the printer at " + host + ":" + port), host_(std::move(host)), port_(std::move(port)) {}

Result<> Tcp::open(Duration limit) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    if (const auto answer = ::getaddrinfo(host_.c_str(), port_.c_str(), &wanted, &list); answer != 0) {
        return fail(
            ErrorKind::failed,
            "There is no printer called " + host_ + " in this network. Check its name or use its address.",
            ::gai_strerror(answer));
    }
    const Addresses addresses(list);
    const auto until = std::chrono::steady_clock::now() + limit;
    int reason = ETIMEDOUT;
    for (const auto* address = list; address != nullptr; address = address->ai_next) {
        Descriptor socket(::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (!socket) continue;
        const auto left = std::chrono::duration_cast<Duration>(until - std::chrono::steady_clock::now());
        reason = connect_within(socket.number(), *address, left);
        if (reason != 0) continue;
        watch_over(socket.number());
        use(std::move(socket));
        return {};
    }
    return fail(ErrorKind::failed,
                "No answer from " + name() + ". Check its cable and that it is switched on.",
                std::strerror(reason));
}

}  // namespace makegood::devices::transport
