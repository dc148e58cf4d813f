// Text as it stands in a page.
#pragma once
#include <string>
#include <string_view>

namespace makegood::server::receiver {

// For text and for values of attributes in quotation marks.
std::string escaped(std::string_view text);
// <name class="style">body</name>; body is HTML already. No class when `style` is empty.
std::string element(std::string_view name, std::string_view style, std::string_view body);

}  // namespace makegood::server::receiver
