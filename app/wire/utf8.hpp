// UTF-8 (RFC 3629).
#pragma once
#include <string_view>

namespace makegood::wire {

// No overlong forms, no surrogates, nothing beyond U+10FFFF.
bool is_utf8(std::string_view text);

}  // namespace makegood::wire
