#include "db/terminal/customer_hash.hpp"

#include <sodium.h>

#include "db/terminal/folder_names.hpp"
#include "db/terminal/hash.hpp"

namespace makegood::db::terminal {
namespace {

constexpr std::size_t digits = 32;  // 128 bits: no two customers are ever taken for one

// No code that a scanner reads or a person types begins with it.
const std::string person_mark =
    "\x1f"
    "person\x1f";

}  // namespace

CustomerHash::CustomerHash(const std::filesystem::path& folder) : file_(folder / customers_key_name) {}

Result<> CustomerHash::need_key() {
    if (key_) return {};
    const auto known = read_key(file_);
    if (!known && known.error().kind != ErrorKind::not_found) return fail(known.error());
    if (known) {
        key_.emplace(*known);
        return {};
    }
    const auto fresh = Key::random();
    MAKEGOOD_TRY(write_key(file_, fresh));
    key_.emplace(fresh);
    return {};
}

Result<std::string> CustomerHash::reference_of(std::string_view code) {
    MAKEGOOD_TRY(need_key());
    return to_hex(keyed_hash_of(code, *key_)).substr(0, digits);
}

Result<std::string> CustomerHash::reference_of_person(std::string_view name) {
    return reference_of(person_mark + std::string(name));
}

Result<std::string> CustomerHash::secret() {
    MAKEGOOD_TRY(need_key());
    return to_hex({reinterpret_cast<const char*>(key_->bytes()), Key::size});
}

Result<> CustomerHash::take_over(const std::string& secret) {
    MAKEGOOD_TRY(need_key());
    Key shared;
    const bool whole = sodium_hex2bin(shared.bytes(), Key::size, secret.data(), secret.size(), nullptr,
                                      nullptr, nullptr) == 0;
    if (!whole || secret.size() != 2 * Key::size)
        return fail(ErrorKind::failed, "The hub's secret for customers' codes is not whole.");
    if (sodium_memcmp(shared.bytes(), key_->bytes(), Key::size) == 0) return {};
    MAKEGOOD_TRY(write_key(file_, shared));
    key_.emplace(shared);
    return {};
}

}  // namespace makegood::db::terminal
