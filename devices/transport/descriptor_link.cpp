#include "devices/transport/descriptor_link.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace makegood::devices::transport {

namespace {

// Small pieces: printers without flow control lose bytes when much comes at once.
constexpr std::size_t largest_write = 4096;

bool is_temporary(int reason) {
    return reason == EAGAIN || reason == EWOULDBLOCK || reason == EINTR;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        reset();
        number_ = std::exchange(other.number_, -1);
    }
    return *this;
}

void Descriptor::reset() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
}

int wait_for(int descriptor, short events, Duration limit) {
    const auto until = std::chrono::steady_clock::now() + std::max(limit, Duration{0});
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd watched{descriptor, events, 0};
        const auto count = ::poll(&watched, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
        if (count > 0) return watched.revents;
        if (count == 0 || errno != EINTR) return 0;
    }
}

Error DescriptorLink::lost(int reason) {
    close();
    return {ErrorKind::failed,
            "The connection to " + name_ + " broke. Check its cable and that it is switched on.",
            reason == 0 ? "closed by the other side" : std::strerror(reason)};
}

Written DescriptorLink::write(std::span<const std::uint8_t> bytes, Duration limit) {
    if (!is_open()) return {0, lost(ENOTCONN)};
    if (bytes.empty() || wait_for(number(), POLLOUT, limit) == 0) return {};
    const auto size = std::min(bytes.size(), largest_write);
    // A socket whose other side is gone would end the program with SIGPIPE.
    auto count = ::send(number(), bytes.data(), size, MSG_NOSIGNAL);
    if (count < 0 && errno == ENOTSOCK) count = ::write(number(), bytes.data(), size);
    if (count >= 0) return {static_cast<std::size_t>(count), {}};
    if (is_temporary(errno)) return {};
    return {0, lost(errno)};
}

Received DescriptorLink::read(Duration limit) {
    if (!is_open()) return {{}, lost(ENOTCONN)};
    const auto seen = wait_for(number(), POLLIN, limit);
    if (seen == 0) return {};
    std::array<std::uint8_t, 512> buffer;
    const auto count = ::read(number(), buffer.data(), buffer.size());
    if (count > 0) return {{buffer.begin(), buffer.begin() + count}, {}};
    if (count < 0 && !is_temporary(errno)) return {{}, lost(errno)};
    const bool hung_up = (seen & (POLLHUP | POLLERR | POLLNVAL)) != 0;
    if (count == 0 && (hung_up || nothing_is_the_end())) return {{}, lost(0)};
    // A device file that says "readable" and has nothing: wait, or the caller would spin.
    wait_for(-1, 0, std::min<Duration>(limit, std::chrono::milliseconds(20)));
    return {};
}

}  // namespace makegood::devices::transport
