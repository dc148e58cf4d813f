// Hashes and the text forms of bytes.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace makegood::wire {

// BLAKE2b-256 (RFC 7693) as 64 lower-case hexadecimal digits: what chains events.
std::string blake2b_hex(std::string_view bytes);
// "sha-256=:…:", the Content-Digest of a body (RFC 9530).
std::string content_digest(std::string_view body);

std::string to_hex(std::string_view bytes);
// nullopt unless `text` is lower-case hexadecimal digits for exactly `size` bytes.
std::optional<std::string> from_hex(std::string_view text, std::size_t size);
std::string to_base64(std::string_view bytes);
// Padded, nothing around it; nullopt unless it holds exactly `size` bytes.
std::optional<std::string> from_base64(std::string_view text, std::size_t size);

}  // namespace makegood::wire
