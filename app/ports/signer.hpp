// The device's Ed25519 key. The secret stays behind this port.
#pragma once
#include <string>
#include <string_view>

namespace makegood::ports {

class Signer {
  public:
    virtual ~Signer() = default;
    virtual std::string public_key_hex() const = 0;              // 64 digits
    virtual std::string sign(std::string_view bytes) const = 0;  // 64 bytes, RFC 8032
};

}  // namespace makegood::ports
