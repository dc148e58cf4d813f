// Texts are UTF-8 everywhere; people count letters, not bytes.
#pragma once
#include <algorithm>
#include <cstddef>
#include <string_view>

namespace makegood::base {

// The code points of a UTF-8 text.
inline std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; }));
}

}  // namespace makegood::base
