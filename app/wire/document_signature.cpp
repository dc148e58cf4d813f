#include "app/wire/document_signature.hpp"

#include <sodium.h>

#include "app/wire/digest.hpp"

namespace makegood::wire {
namespace {

constexpr std::string_view form = "makegood-signature-1 ", purpose = "makegood-document-1:";
constexpr std::size_t key_digits = crypto_sign_PUBLICKEYBYTES * 2, signature_digits = crypto_sign_BYTES * 2;
constexpr std::size_t length = form.size() + key_digits + 1 + signature_digits + 1;

std::string signed_bytes(std::string_view document) {
    return std::string(purpose).append(document);
}

const unsigned char* raw(const std::string& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

std::string sign_document(std::string_view document, const ports::Signer& signer) {
    return std::string(form) + signer.public_key_hex() + ' ' + to_hex(signer.sign(signed_bytes(document))) +
           '\n';
}

std::string named_signer(std::string_view signature) {
    if (signature.size() != length || !signature.starts_with(form) || signature.back() != '\n' ||
        signature[form.size() + key_digits] != ' ')
        return {};
    const auto key = signature.substr(form.size(), key_digits);
    return from_hex(key, crypto_sign_PUBLICKEYBYTES) ? std::string(key) : std::string();
}

Result<std::string> signer_of_document(std::string_view document, std::string_view signature) {
    auto key = named_signer(signature);
    if (key.empty())
        return fail(
            ErrorKind::refused,
            "The signature is not of the form that Makegood writes. Fetch document and signature anew "
            "from where they were made.");
    const auto bytes =
        from_hex(signature.substr(form.size() + key_digits + 1, signature_digits), crypto_sign_BYTES);
    const auto open = from_hex(key, crypto_sign_PUBLICKEYBYTES);
    const auto text = signed_bytes(document);
    if (!bytes || crypto_sign_verify_detached(raw(*bytes), raw(text), text.size(), raw(*open)) != 0)
        return fail(
            ErrorKind::refused,
            "The signature does not fit the document: one of the two was changed. Fetch both anew from "
            "where they were made.");
    return key;
}

}  // namespace makegood::wire
