// Hands down the newest rules of a register's store.
#pragma once
#include <string>
#include <tl/expected.hpp>

#include "app/ports/policy_office.hpp"
#include "app/server/receiver/gate.hpp"

namespace makegood::server::receiver {

// The body of the answer. Refused: not understood, or asked for another register.
tl::expected<std::string, Refused> hand_down(ports::PolicyOffice& office, const ports::EnrolledDevice& device,
                                             const std::string& body);

}  // namespace makegood::server::receiver
