// How an error or a warning reaches a person or a script: standard error, one line each. With --json that
// line is an object: {"error": "refused", "sentence": "…", "exit": 1}, {"warning": "…"}. An error whose
// sentence has several lines names several problems; its object lists them under "problems".
#pragma once
#include "app/cli/call.hpp"

namespace makegood::cli {

// Answers the exit code.
int tell(const Error& error, bool json, const Output& output);
void tell_warning(const std::string& sentence, bool json, const Output& output);

// Whether these arguments ask for JSON.
bool asks_for_json(const std::vector<std::string>& arguments);

}  // namespace makegood::cli
