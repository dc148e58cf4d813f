#include "app/wire/match_number.hpp"

#include <cstdio>

#include "app/wire/digest.hpp"

namespace makegood::wire {

constexpr std::size_t salt_digits = 32;

std::string match_salt(const ports::Signer& server, std::string_view device_key_hex) {
    const auto signature = server.sign("makegood-match:" + std::string(device_key_hex));
    return blake2b_hex(signature).substr(0, salt_digits);
}

std::string match_number(std::string_view server_key_hex, std::string_view device_key_hex,
                         std::string_view salt) {
    std::string all = "makegood-match:" + std::string(server_key_hex) + ":" + std::string(device_key_hex);
    if (!salt.empty()) all += ":" + std::string(salt);
    const unsigned long long value = std::stoull(blake2b_hex(all).substr(0, 15), nullptr, 16);
    char text[16];
    std::snprintf(text, sizeof text, "%06llu", value % 1'000'000);
    return text;
}

std::string spaced(std::string_view match_number) {
    return std::string(match_number.substr(0, 3)) + " " + std::string(match_number.substr(3));
}

std::string typed_match_number(std::string_view text) {
    std::string digits;
    for (const char letter : text)
        if (letter != ' ' && letter != '-' && letter != '.') digits += letter;
    return digits;
}

}  // namespace makegood::wire
