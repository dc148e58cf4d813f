// Numbers and amounts as they stand in the page.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "app/base/money.hpp"

namespace makegood::server::receiver {

std::string number(std::int64_t value);
// "€12.40"; escaped.
std::string amount(Money money, const std::string& currency);
// "1 time", "3 times".
std::string count_of(std::int64_t count, std::string_view one, std::string_view many);

}  // namespace makegood::server::receiver
