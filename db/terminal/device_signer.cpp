#include "db/terminal/device_signer.hpp"

#include <sodium.h>

#include "app/base/check.hpp"
#include "db/terminal/folder_names.hpp"
#include "db/terminal/hash.hpp"

namespace makegood::db::terminal {
namespace {

constexpr std::size_t device_digits = 32;

struct KeyPair {
    unsigned char open[crypto_sign_PUBLICKEYBYTES];
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    explicit KeyPair(const Key& seed) { crypto_sign_seed_keypair(open, secret, seed.bytes()); }
    ~KeyPair() { sodium_memzero(secret, sizeof secret); }
};

}  // namespace

Result<DeviceSigner> DeviceSigner::open(const std::filesystem::path& folder) {
    const auto file = folder / device_key_name;
    auto key = read_key(file);
    if (key) return DeviceSigner(*key);
    if (key.error().kind != ErrorKind::not_found) return fail(key.error());
    if (std::filesystem::exists(folder / database_name))
        return fail(ErrorKind::failed,
                    "The key of this register, " + file.string() +
                        ", is gone. Restore it from a backup, or begin with a new folder.");
    const Key fresh = Key::random();
    MAKEGOOD_TRY(write_key(file, fresh));
    return DeviceSigner(fresh);
}

DeviceSigner::DeviceSigner(const Key& seed) : seed_(seed) {
    MAKEGOOD_CHECK(sodium_init() >= 0);
    const KeyPair pair(seed_);
    public_key_.assign(reinterpret_cast<const char*>(pair.open), sizeof pair.open);
    device_ = DeviceId(to_hex(hash_of(public_key_)).substr(0, device_digits));
}

std::string DeviceSigner::public_key_hex() const {
    return to_hex(public_key_);
}

std::string DeviceSigner::sign(std::string_view bytes) const {
    const KeyPair pair(seed_);
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                         reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), pair.secret);
    return signature;
}

}  // namespace makegood::db::terminal
