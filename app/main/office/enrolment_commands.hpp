// How registers are let in: one-time codes, and the owner's word on six digits.
#pragma once
#include <string>

#include "app/main/office/head_office.hpp"
#include "app/ports/receiver_store.hpp"
#include "app/ports/signer.hpp"
#include "app/server/receiver/open_codes.hpp"

namespace makegood::main {

// Where registers reach a server, and by which authority they know it there.
struct Door {
    std::string url;        // empty: not known
    std::string authority;  // fingerprint; empty: one that every machine knows
};

// Makes a code and adds it to `open`. Without an address there is no QR code. The answer is the code alone on
// its first line; for a person, the picture and what to type follow.
Result<std::string> carry_out_code(const CodeCommand& command, const Door& door, ports::ReceiverStore& store,
                                   const ports::Clock& clock, ports::Random& random,
                                   const ports::Signer& signer, server::receiver::OpenCodes& open);

// refused: nobody waits with these digits, or more than one.
Result<std::string> carry_out_waiting(const WaitingCommand& command, ports::ReceiverStore& store,
                                      const ports::Clock& clock, const ports::Signer& signer);

// The address that registers can use: as it was said, else what is listened on where that is one address.
std::string reachable_url(const std::string& said, const std::string& listening);

}  // namespace makegood::main
