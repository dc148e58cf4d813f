// The small files of a head office.
#pragma once
#include <filesystem>
#include <string>

#include "db/terminal/device_signer.hpp"

namespace makegood::main {

// keys/head-office.key: what registers have pinned. Made when no register is enrolled yet. failed: it is
// gone, and a new one would lock out every enrolled register.
Result<db::terminal::DeviceSigner> open_office_key(const std::filesystem::path& folder, bool nobody_enrolled);

// The first line of the file, at least 16 bytes; empty for no file name. bad_input: too short to keep anybody
// out; failed: not readable.
Result<std::string> read_view_token(const std::string& file);

}  // namespace makegood::main
