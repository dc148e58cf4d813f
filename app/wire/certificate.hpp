// Certificates as PEM texts, and what they are known by.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"

namespace makegood::wire {

// The certificates of a PEM text in their order, each as a PEM text of its own. Whatever else is in it, such
// as a key, is left out.
std::vector<std::string> certificates_in(std::string_view pem);

// SHA-256 of the certificate itself (its DER form), as 64 lower-case hexadecimal digits: what browsers and
// openssl x509 -fingerprint -sha256 show, without colons. bad_input: no certificate.
Result<std::string> fingerprint(std::string_view certificate);

}  // namespace makegood::wire
