#include "app/handover/frame.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>

namespace makegood::handover {
namespace {

constexpr std::size_t header_size = 5;
constexpr std::size_t argument_limit = 1024;

std::string number(std::size_t value) {
    std::string bytes(4, '\0');
    for (int i = 0; i < 4; ++i)
        bytes[static_cast<std::size_t>(i)] = static_cast<char>(value >> (24 - 8 * i) & 0xff);
    return bytes;
}

std::size_t number(std::string_view bytes) {
    std::size_t value = 0;
    for (const char byte : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

bool wait_for(int socket, short what, std::chrono::milliseconds patience) {
    pollfd waiting{socket, what, 0};
    int ready = 0;
    do {
        ready = ::poll(&waiting, 1, static_cast<int>(patience.count()));
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

bool read_exactly(int socket, char* into, std::size_t wanted, std::chrono::milliseconds patience) {
    while (wanted > 0) {
        if (!wait_for(socket, POLLIN, patience)) return false;
        const ssize_t got = ::recv(socket, into, wanted, 0);
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got <= 0) return false;
        into += got;
        wanted -= static_cast<std::size_t>(got);
    }
    return true;
}

// Takes a counted piece off the front.
std::optional<std::string> take(std::string_view& bytes) {
    if (bytes.size() < 4) return std::nullopt;
    const std::size_t size = number(bytes);
    bytes.remove_prefix(4);
    if (size > bytes.size()) return std::nullopt;
    std::string piece(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return piece;
}

bool is_kind(char byte) {
    return byte == 'r' || byte == 'o' || byte == 'e' || byte == 'x';
}

}  // namespace

bool write_frame(int socket, FrameKind kind, std::string_view body, std::chrono::milliseconds patience) {
    std::string bytes(1, static_cast<char>(kind));
    bytes += number(body.size());
    bytes += body;
    std::string_view left = bytes;
    while (!left.empty()) {
        if (!wait_for(socket, POLLOUT, patience)) return false;
        const ssize_t sent = ::send(socket, left.data(), left.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (sent < 0) return false;
        left.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::optional<Frame> read_frame(int socket, std::chrono::milliseconds patience) {
    char header[header_size];
    if (!read_exactly(socket, header, header_size, patience) || !is_kind(header[0])) return std::nullopt;
    const std::size_t size = number(std::string_view(header + 1, 4));
    if (size > request_limit) return std::nullopt;
    Frame frame{static_cast<FrameKind>(header[0]), std::string(size, '\0')};
    if (!read_exactly(socket, frame.body.data(), size, patience)) return std::nullopt;
    return frame;
}

std::string encode(const Request& request) {
    std::string bytes = number(request.argv.size());
    const auto add = [&bytes](const std::string& piece) { bytes += number(piece.size()) + piece; };
    for (const auto& argument : request.argv) add(argument);
    add(request.cwd);
    add(request.input);
    return bytes;
}

std::optional<Request> decode(std::string_view bytes) {
    if (bytes.size() < 4) return std::nullopt;
    const std::size_t arguments = number(bytes);
    if (arguments > argument_limit) return std::nullopt;
    bytes.remove_prefix(4);
    Request request;
    for (std::size_t i = 0; i < arguments; ++i) {
        auto argument = take(bytes);
        if (!argument) return std::nullopt;
        request.argv.push_back(std::move(*argument));
    }
    auto cwd = take(bytes);
    auto input = take(bytes);
    if (!cwd || !input || !bytes.empty()) return std::nullopt;
    request.cwd = std::move(*cwd);
    request.input = std::move(*input);
    return request;
}

}  // namespace makegood::handover
