// The owner's rules of one store, handed down to its registers.
#pragma once
#include "app/main/office/head_office.hpp"
#include "app/ports/clock.hpp"
#include "app/ports/policy_office.hpp"
#include "app/ports/signer.hpp"

namespace makegood::main {

// Checks the document as its store's registers would, signs and keeps it. The answer for a person. bad_input:
// all that is wrong with it, a line each; refused: its version is not above the newest of that store.
Result<std::string> publish_policy(const PublishCommand& command, ports::PolicyOffice& office,
                                   const ports::Signer& signer, const ports::Clock& clock);

}  // namespace makegood::main
