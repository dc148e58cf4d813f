// Compression of what is sent.
#pragma once
#include <string>
#include <string_view>

namespace makegood::sync {

// One zstd frame (RFC 8878).
std::string pack(std::string_view text);

}  // namespace makegood::sync
