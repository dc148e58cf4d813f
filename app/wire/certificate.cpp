#include "app/wire/certificate.hpp"

#include <sodium.h>

#include "app/wire/digest.hpp"

namespace makegood::wire {
namespace {

constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----", end = "-----END CERTIFICATE-----";

// What stands between the first two marks; empty: there are none.
std::string_view body_of(std::string_view pem) {
    const auto from = pem.find(begin);
    if (from == pem.npos) return {};
    const auto to = pem.find(end, from);
    return to == pem.npos ? std::string_view() : pem.substr(from + begin.size(), to - from - begin.size());
}

}  // namespace

std::vector<std::string> certificates_in(std::string_view pem) {
    std::vector<std::string> all;
    for (auto body = body_of(pem); !body.empty(); body = body_of(pem)) {
        all.push_back(std::string(begin) + std::string(body) + std::string(end) + "\n");
        pem.remove_prefix(static_cast<std::size_t>(body.data() - pem.data()) + body.size() + end.size());
    }
    return all;
}

Result<std::string> fingerprint(std::string_view certificate) {
    const auto body = body_of(certificate);
    std::string der(body.size(), '\0');
    std::size_t size = 0;
    const bool read = !body.empty() && sodium_base642bin(reinterpret_cast<unsigned char*>(der.data()),
                                                         der.size(), body.data(), body.size(), " \r\n", &size,
                                                         nullptr, sodium_base64_VARIANT_ORIGINAL) == 0;
    if (!read || size == 0)
        return fail(ErrorKind::bad_input,
                    "This is no certificate. Give a PEM file; it begins with -----BEGIN CERTIFICATE-----.");
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                       reinterpret_cast<const unsigned char*>(der.data()), size);
    return to_hex(hash);
}

}  // namespace makegood::wire
