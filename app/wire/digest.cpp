#include "app/wire/digest.hpp"

#include <sodium.h>

#include <cstdio>

namespace makegood::wire {
namespace {

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

bool is_lower_hex(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string blake2b_hex(std::string_view bytes) {
    std::string hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(raw(hash), hash.size(), raw(bytes), bytes.size(), nullptr, 0);
    return to_hex(hash);
}

std::string content_digest(std::string_view body) {
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(raw(hash), raw(body), body.size());
    return "sha-256=:" + to_base64(hash) + ":";
}

std::string to_hex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), raw(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::optional<std::string> from_hex(std::string_view text, std::size_t size) {
    if (text.size() != size * 2 || !is_lower_hex(text)) return std::nullopt;
    std::string bytes(size, '\0');
    sodium_hex2bin(raw(bytes), size, text.data(), text.size(), nullptr, nullptr, nullptr);
    return bytes;
}

std::string to_base64(std::string_view bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

std::optional<std::string> from_base64(std::string_view text, std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t got = 0;
    const char* end = nullptr;
    const int outcome = sodium_base642bin(raw(bytes), size, text.data(), text.size(), nullptr, &got, &end,
                                          sodium_base64_VARIANT_ORIGINAL);
    if (outcome != 0 || got != size || end != text.data() + text.size()) return std::nullopt;
    return bytes;
}

}  // namespace makegood::wire
