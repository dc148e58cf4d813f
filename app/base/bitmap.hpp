// A picture of black and white dots: what a printer prints and a screen previews.
#pragma once
#include <cstdint>
#include <vector>

namespace makegood::base {

// One bit a dot, rows from the top, each row padded to whole bytes, most significant bit leftmost, 1 = black.
struct Bitmap {
    std::int32_t width = 0, height = 0;
    std::vector<std::uint8_t> bits;
    std::int32_t row_bytes() const { return (width + 7) / 8; }
    bool black(std::int32_t x, std::int32_t y) const {
        return bits[static_cast<std::size_t>(y * row_bytes() + x / 8)] >> (7 - x % 8) & 1;
    }
    friend bool operator==(const Bitmap&, const Bitmap&) = default;
};

}  // namespace makegood::base

namespace makegood {
using base::Bitmap;
}
