#include "db/terminal/hash.hpp"

#include <sodium.h>

namespace makegood::db::terminal {
namespace {

constexpr std::size_t hash_bytes = 32;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string hash(std::string_view bytes, const unsigned char* key, std::size_t key_size) {
    std::string out(hash_bytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), out.size(), raw(bytes), bytes.size(),
                       key, key_size);
    return out;
}

}  // namespace

std::string hash_of(std::string_view bytes) {
    return hash(bytes, nullptr, 0);
}

std::string keyed_hash_of(std::string_view bytes, const Key& key) {
    return hash(bytes, key.bytes(), Key::size);
}

std::string to_hex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), raw(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::string zero_hash_hex() {
    return std::string(hash_bytes * 2, '0');
}

}  // namespace makegood::db::terminal
