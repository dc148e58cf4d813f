// A QR code for a terminal: two modules in each character, black on white whatever colours the terminal has.
#pragma once
#include <string>

#include "app/base/result.hpp"

namespace makegood::main {

// Lines, each ended. bad_input: a text that is none for a QR code.
Result<std::string> qr_in_blocks(const std::string& text);

}  // namespace makegood::main
