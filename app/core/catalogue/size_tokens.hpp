// The words of a package size, taken apart: numbers, units and the marks between them.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace makegood::core::catalogue {

enum class Measure : std::uint8_t {
    mass,       // grams
    volume,     // millilitres
    area,       // square metres
    length,     // metres
    count,      // pieces inside one package: "24 ct", "100 sheets"
    pack,       // packages of what the other words say: "6 pk", "4 cans"
    dimension,  // says how it looks, not how much it is: "8 in", "60 W", "40 %"
};

struct Unit {
    Measure measure = Measure::dimension;
    double factor = 1;
};

struct SizeToken {
    enum class Kind : std::uint8_t { number, unit, times, slash, dash, open, mark, word };
    Kind kind = Kind::mark;
    double number = 0;
    bool long_integer = false;  // five digits or more: an item code, not a size
    Unit unit;
    std::string_view text;
};

// At most 48 tokens; `size` is 0 when the text is longer, empty or holds no number and no unit.
struct SizeTokens {
    std::array<SizeToken, 48> tokens;
    std::size_t size = 0;
    std::span<const SizeToken> all() const { return {tokens.data(), size}; }
};

SizeTokens take_apart(std::string_view words);

}  // namespace makegood::core::catalogue
