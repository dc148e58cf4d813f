// Secrets of 32 bytes in files of their own, outside every database and every backup of one.
#pragma once
#include <array>
#include <filesystem>

#include "app/base/result.hpp"

namespace makegood::db::terminal {

// Wiped from memory when it goes.
class Key {
  public:
    static constexpr std::size_t size = 32;
    static Key random();
    // A key for one purpose, made from this one.
    Key derived(std::string_view purpose) const;

    Key() = default;
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key();
    const unsigned char* bytes() const { return bytes_.data(); }
    unsigned char* bytes() { return bytes_.data(); }

  private:
    std::array<unsigned char, size> bytes_{};
};

// Reads a key. not_found: no such file. failed: it is not whole, or others may read it.
Result<Key> read_key(const std::filesystem::path& file);
// Writes a new file, mode 0600, durable; its folder is made with mode 0700. failed: disk or rights.
Result<> write_key(const std::filesystem::path& file, const Key& key);

}  // namespace makegood::db::terminal
