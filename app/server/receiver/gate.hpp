// Whether a signed request comes from a register that is let in, now and not again.
#pragma once
#include <string>
#include <tl/expected.hpp>

#include "app/ports/clock.hpp"
#include "app/ports/receiver_store.hpp"
#include "app/wire/http_signature.hpp"
#include "app/wire/messages.hpp"

namespace makegood::server::receiver {

struct Refused {
    wire::RefusalCode code = wire::RefusalCode::failed;
    std::string sentence;
    std::string detail = {};  // of what failed here; for the log, never for the other side
};
// What a store or decoder answered, as a refusal.
Refused refused_by(const Error& error);
int status_of(wire::RefusalCode code);

// The register that signed. `facts` come from wire::verify. Refused: not enrolled, revoked, not confirmed
// yet, a time more than wire::signature_window away from `clock`, a nonce that was used before.
tl::expected<ports::EnrolledDevice, Refused> recognise(ports::ReceiverStore& store, const ports::Clock& clock,
                                                       const wire::SignatureFacts& facts);

}  // namespace makegood::server::receiver
