// What travels through the owner's socket: a kind, a length (4 bytes, big endian) and that many bytes.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/handover/owner_socket.hpp"

namespace makegood::handover {

enum class FrameKind : std::uint8_t { request = 'r', out = 'o', err = 'e', exit = 'x' };

struct Frame {
    FrameKind kind = FrameKind::exit;
    std::string body;
};

// false when the other side has gone or does not take it for `patience`. Never raises SIGPIPE.
bool write_frame(int socket, FrameKind kind, std::string_view body, std::chrono::milliseconds patience);
// nullopt at the end, for a torn frame, for more than request_limit, or when nothing comes for `patience`
// (negative: wait without limit).
std::optional<Frame> read_frame(int socket, std::chrono::milliseconds patience);

std::string encode(const Request& request);
// nullopt for bytes that are not a request.
std::optional<Request> decode(std::string_view bytes);

}  // namespace makegood::handover
