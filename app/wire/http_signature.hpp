// Signed requests and answers: a strict subset of RFC 9421 (HTTP Message Signatures) with Ed25519 and of
// RFC 9530 (Content-Digest with SHA-256).
//
//   request   covers @method, @path and content-digest
//   answer    covers @status and content-digest, and bears the nonce of the request that it answers
//
// One signature, labelled "mg", with created, nonce, keyid (the public key, 64 hexadecimal digits) and
// alg, all present. Anything else is not taken.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

#include "app/base/result.hpp"
#include "app/ports/signer.hpp"
#include "app/wire/http_message.hpp"

namespace makegood::wire {

struct SignatureFacts {
    std::int64_t created = 0;  // seconds since 1970
    std::string nonce;         // 16 to 64 of A-Z a-z 0-9 - _
    std::string key;           // who signed, 64 hexadecimal digits
};

// How far `created` may be from the receiver's clock.
inline constexpr std::chrono::seconds signature_window(300);

// Adds content-digest, signature-input and signature.
void sign(HttpRequest& request, std::int64_t created, const std::string& nonce, const ports::Signer& signer);
void sign(HttpResponse& response, std::int64_t created, const std::string& nonce,
          const ports::Signer& signer);

// Who signed what when. The message is whole and signed with the key that it names; whether that key,
// time and nonce are acceptable is the caller's to say. refused: not signed in this form, or altered.
Result<SignatureFacts> verify(const HttpRequest& request);
Result<SignatureFacts> verify(const HttpResponse& response);

}  // namespace makegood::wire
