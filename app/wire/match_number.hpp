// Six digits that a register and the server it enrols at both show; a person compares them, and then the
// register counts. They bear a salt that only the server can make, so that nobody in between chooses a key
// until its digits fit.
#pragma once
#include <string>
#include <string_view>

#include "app/ports/signer.hpp"

namespace makegood::wire {

// For one register's key: the same each time, and known to nobody before the server says it. 32 hexadecimal
// digits.
std::string match_salt(const ports::Signer& server, std::string_view device_key_hex);

// Keys as 64 hexadecimal digits. Without a salt: of a server that gave none.
std::string match_number(std::string_view server_key_hex, std::string_view device_key_hex,
                         std::string_view salt);
// "123 456" for people; as typed, with or without a blank, dash or dot between.
std::string spaced(std::string_view match_number);
std::string typed_match_number(std::string_view text);

}  // namespace makegood::wire
