// BLAKE2b-256 (RFC 7693), plain and keyed, and its text form.
#pragma once
#include <string>
#include <string_view>

#include "db/terminal/key_file.hpp"

namespace makegood::db::terminal {

// 32 bytes.
std::string hash_of(std::string_view bytes);
// 32 bytes that only a holder of the key can make.
std::string keyed_hash_of(std::string_view bytes, const Key& key);

// Lower-case hexadecimal digits.
std::string to_hex(std::string_view bytes);
std::string zero_hash_hex();

}  // namespace makegood::db::terminal
