// The last steps of a file that was made beside others.
#pragma once
#include <string>

#include "app/base/result.hpp"

namespace makegood::db::terminal {

// Puts the file at `building` under its final `path` in the same `folder`, so that it survives a power cut.
// Answers its BLAKE2b-256, hexadecimal.
Result<std::string> make_durable(const std::string& folder, const std::string& building,
                                 const std::string& path);

}  // namespace makegood::db::terminal
