// Undoes the compression of a body, within limits.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::server::receiver {

// One zstd frame (RFC 8878) that holds at most `limit` bytes. bad_input: not that. Never takes more memory
// than the limit and a window of 1 MiB, whatever the frame announces.
Result<std::string> unpack(std::string_view packed, std::size_t limit);

}  // namespace makegood::server::receiver
