// Secrets that a person types or a script writes.
#pragma once
#include <string>

namespace makegood::main {

// The first line of standard input, at most 200 bytes; a person at a terminal is asked for it, and what they
// type is not shown. Empty when there is none.
std::string read_secret_line();

}  // namespace makegood::main
