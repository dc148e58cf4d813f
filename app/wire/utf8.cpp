#include "app/wire/utf8.hpp"

#include <cstdint>

namespace makegood::wire {
namespace {

// Bytes that follow this lead byte, and the range of the first of them (Unicode, table 3-7).
struct Lead {
    std::size_t following = 0;
    std::uint8_t least = 0x80, most = 0xBF;
};

Lead lead_of(std::uint8_t byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1};
    if (byte == 0xE0) return {2, 0xA0, 0xBF};
    if (byte == 0xED) return {2, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {2};
    if (byte == 0xF0) return {3, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return {3};
    if (byte == 0xF4) return {3, 0x80, 0x8F};
    return {};
}

}  // namespace

bool is_utf8(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        if (byte(i) < 0x80) {
            ++i;
            continue;
        }
        const Lead lead = lead_of(byte(i));
        if (lead.following == 0 || i + lead.following >= text.size()) return false;
        if (byte(i + 1) < lead.least || byte(i + 1) > lead.most) return false;
        for (std::size_t k = 2; k <= lead.following; ++k)
            if ((byte(i + k) & 0xC0) != 0x80) return false;
        i += lead.following + 1;
    }
    return true;
}

}  // namespace makegood::wire
