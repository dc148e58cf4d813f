// A journal as a file of JSON lines: the bytes of each event as stored, then one line that says where it
// ends, signed by the device.
//
//   {"v":1,"device":"…","epoch":1,"seq":17,"hash":"…64 hex…","signature":"…128 hex…"}
#pragma once
#include <istream>
#include <string>

#include "app/ports/event_codec.hpp"
#include "app/ports/signer.hpp"
#include "app/ports/store.hpp"

namespace makegood::wire {

// The last line of an export, without line feed. The Ed25519 signature (RFC 8032) is over
// "makegood-journal-end:" and the line up to and without its signature member.
std::string journal_end_line(const DeviceId& device, const ports::JournalMark& head,
                             const ports::Signer& signer);

struct JournalFileReport {
    std::uint64_t events = 0;  // good ones, from the first on
    std::string head;          // hash of the last good one, 64 digits
    std::string problem;       // the first place that is wrong, in words; empty: all is as it was written
};

// Checks a file with nothing but its own bytes and the public key in its first event: gapless, each link, one
// device, the end signed by it.
JournalFileReport verify_journal_file(std::istream& in, const ports::EventCodec& codec);

}  // namespace makegood::wire
