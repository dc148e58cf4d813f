// The device's Ed25519 key (RFC 8032), kept in <folder>/keys/device.key.
#pragma once
#include <filesystem>

#include "app/base/text_id.hpp"
#include "app/ports/signer.hpp"
#include "db/terminal/key_file.hpp"

namespace makegood::db::terminal {

class DeviceSigner final : public ports::Signer {
  public:
    // Makes the key when the folder is new. failed when there is a journal but no key any more: a new one
    // could not continue it.
    static Result<DeviceSigner> open(const std::filesystem::path& folder);
    explicit DeviceSigner(const Key& seed);

    std::string public_key_hex() const override;
    std::string sign(std::string_view bytes) const override;

    // The first 16 bytes of the hash of the public key.
    const DeviceId& device() const { return device_; }
    // Authenticates the end of the journal.
    Key head_key() const { return seed_.derived("makegood journal head 1"); }

  private:
    Key seed_;
    std::string public_key_;
    DeviceId device_;
};

}  // namespace makegood::db::terminal
