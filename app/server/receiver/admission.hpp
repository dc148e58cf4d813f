// Lets a register in that shows a one-time code.
#pragma once
#include <tl/expected.hpp>

#include "app/server/receiver/gate.hpp"

namespace makegood::server::receiver {

// `wanted` was signed with the key that it names. The code must be unused, in time and made for this store
// and register; a register whose answer was lost may show the code again that let it in.
tl::expected<ports::EnrolledDevice, Refused> admit(ports::ReceiverStore& store,
                                                   const wire::EnrolRequest& wanted, Instant now);

}  // namespace makegood::server::receiver
