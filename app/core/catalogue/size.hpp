// Package sizes in words, made comparable.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace makegood::core::catalogue {

enum class BaseUnit : std::uint8_t { none, gram, millilitre, piece, square_metre, metre };

// The whole package: "3 x 500 ml" is 1,500,000 thousandths of a millilitre in 3 pieces.
struct Size {
    std::int64_t total_milli = 0;  // thousandths of the base unit; 0 when unknown
    std::int32_t pieces = 1;       // units in a multipack
    BaseUnit unit = BaseUnit::none;
    bool known() const { return unit != BaseUnit::none && total_milli > 0; }
    friend bool operator==(const Size&, const Size&) = default;
};

// Reads "400 ml", "1,5 L", "12 oz", "12 FL OZ", "3 x 500 ml", "6/12 OZ", "2 pk 250g", "10 CT", "1/2 GAL".
// OZ alone is weight. nullopt when the words say no size (never a guess).
std::optional<Size> parse_size(std::string_view words);

// "400 ml", "1.5 l", "3 × 500 ml", "12 pieces"; empty when unknown.
std::string format_size(const Size& size);

// How many times `a` is as large as `b`, when both are known and of one unit.
std::optional<double> size_ratio(const Size& a, const Size& b);

}  // namespace makegood::core::catalogue
