// Small files that are whole or not there.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::db::terminal {

// At most 4 KiB. not_found: there is none.
Result<std::string> read_small_file(const std::filesystem::path& file);
// Replaces it in one step, durable, mode 0600; makes its folder with mode 0700 when missing.
Result<> write_small_file(const std::filesystem::path& file, std::string_view content);

}  // namespace makegood::db::terminal
