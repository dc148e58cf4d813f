// All that a register needs to enrol, in one text for a QR code: where, the one-time code, and the key that
// will answer there. Capital letters, digits and ':' only, so that the code stays small and a scanner can
// type it:
//
//   MAKEGOOD:1:7K3QM0ZT4W:<64 hexadecimal digits>:HTTPS://HUB.EXAMPLE:8443
//
// Where the certificate is from an authority that machines do not know by themselves, its fingerprint too
// (wire/certificate.hpp):
//
//   MAKEGOOD:2:7K3QM0ZT4W:<key>:<64 hexadecimal digits>:HTTPS://HUB.EXAMPLE:8443
#pragma once
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::wire {

struct EnrolmentTicket {
    std::string url, code, key;  // the key in small letters
    std::string authority = {};  // fingerprint, in small letters; empty: what the machine trusts
};

std::string encode(const EnrolmentTicket& ticket);
// Whether this is meant to be one, in whatever letters it was typed.
bool is_ticket(std::string_view text);
// bad_input: cut off, or of another version.
Result<EnrolmentTicket> decode_ticket(std::string_view text);
// What was scanned, or an address with a code. bad_input as above.
Result<EnrolmentTicket> ticket_of(std::string_view where, std::string_view code);

}  // namespace makegood::wire
