// A TCP connection that sends exactly the bytes that a test wants.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace makegood::tests {

class RawConnection {
  public:
    explicit RawConnection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        open_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawConnection() { ::close(socket_); }
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    bool is_open() const { return open_; }
    void send(std::string_view bytes) const {
        (void)!::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
    bool has_answer() const {
        pollfd waiting{socket_, POLLIN, 0};
        return ::poll(&waiting, 1, 5) > 0;
    }
    void end() const { ::shutdown(socket_, SHUT_WR); }
    // What comes until the other side ends, or until `enough` is in it. A minute at most: a machine under
    // load is slow, a server that never ends is wrong.
    std::string read_until(std::string_view enough = "\n\n\n never \n\n\n") const {
        std::string text;
        pollfd waiting{socket_, POLLIN, 0};
        while (text.find(enough) == std::string::npos && ::poll(&waiting, 1, 60'000) > 0) {
            char bytes[4096];
            const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
            if (got <= 0) return text + (got == 0 ? "" : "<reset>");
            text.append(bytes, static_cast<std::size_t>(got));
        }
        return text;
    }

  private:
    int socket_;
    bool open_ = false;
};

}  // namespace makegood::tests
