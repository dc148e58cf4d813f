#include "db/terminal/customer_hash.hpp"

#include "db/terminal/folder_names.hpp"
#include "db/terminal/hash.hpp"

namespace makegood::db::terminal {
namespace {

constexpr std::size_t digits = 32;  // 128 bits: no two customers are ever taken for one

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

}  // namespace makegood::db::terminal
