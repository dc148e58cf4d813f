// Commands to a head office as they travel to the process that owns its folder.
#pragma once
#include <string>
#include <vector>

#include "app/main/office/head_office.hpp"

namespace makegood::main {

// "code" store register minutes url shown; "waiting" what digits json; "revoke" device; "budget" limit worth
// per currency zone json from; "replace-hub" epoch; "policy" file text currency; "join" where code authority
// store name; "fetch".
std::vector<std::string> write_command(const OfficeCommand& command);
// bad_input: from a version that knows other commands.
Result<OfficeCommand> read_command(const std::vector<std::string>& words);

// Prints the answer or the error's sentence; the exit code.
int tell(const Result<std::string>& answer, const handover::Sink& sink);

}  // namespace makegood::main
