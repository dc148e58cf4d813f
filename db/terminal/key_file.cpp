#include "db/terminal/key_file.hpp"

#include <sodium.h>
#include <sys/stat.h>

#include "app/base/check.hpp"
#include "db/terminal/small_file.hpp"

namespace makegood::db::terminal {
namespace {

constexpr mode_t group_and_others = 077;

}  // namespace

Key Key::random() {
    MAKEGOOD_CHECK(sodium_init() >= 0);
    Key key;
    randombytes_buf(key.bytes(), size);
    return key;
}

Key Key::derived(std::string_view purpose) const {
    Key key;
    crypto_generichash(key.bytes(), size, reinterpret_cast<const unsigned char*>(purpose.data()),
                       purpose.size(), bytes(), size);
    return key;
}

Key::~Key() {
    sodium_memzero(bytes_.data(), size);
}

Result<Key> read_key(const std::filesystem::path& file) {
    auto content = read_small_file(file);
    if (!content) return fail(content.error());
    struct stat about {};
    if (stat(file.c_str(), &about) != 0 || (about.st_mode & group_and_others) != 0)
        return fail(ErrorKind::failed, "The key " + file.string() +
                                           " can be read by others. Close it to them (chmod 600 " +
                                           file.string() + ").");
    if (content->size() != Key::size)
        return fail(ErrorKind::failed, "The key " + file.string() + " is damaged. Restore it from a backup.");
    Key key;
    std::copy(content->begin(), content->end(), key.bytes());
    sodium_memzero(content->data(), content->size());
    return key;
}

Result<> write_key(const std::filesystem::path& file, const Key& key) {
    return write_small_file(file, {reinterpret_cast<const char*>(key.bytes()), Key::size});
}

}  // namespace makegood::db::terminal
