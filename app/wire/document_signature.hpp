// A detached signature over a document, byte by byte: a small text that stands beside it as FILE.sig.
//
//   makegood-signature-1 KEY SIGNATURE
//
// One line with its line feed: the public key (64 hexadecimal digits) and the Ed25519 signature (RFC 8032,
// 128 digits) over "makegood-document-1:" and the bytes of the document. No other form is taken.
#pragma once
#include <string>
#include <string_view>

#include "app/base/result.hpp"
#include "app/ports/signer.hpp"

namespace makegood::wire {

std::string sign_document(std::string_view document, const ports::Signer& signer);

// Who signed, as 64 hexadecimal digits. refused: it is no signature, or one of other bytes.
Result<std::string> signer_of_document(std::string_view document, std::string_view signature);

// Whom a signature names, fitting or not; empty: it is none.
std::string named_signer(std::string_view signature);

}  // namespace makegood::wire
