// Bar codes as modules, made by zint and drawn by us: a symbol scaled by anybody else lands between dots.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/base/result.hpp"

namespace makegood::printing {

struct Symbol {
    std::int32_t width = 0, rows = 0;  // modules, without quiet zones
    std::vector<bool> dark;            // row by row
    bool at(std::int32_t x, std::int32_t y) const { return dark[static_cast<std::size_t>(y * width + x)]; }
};

// ISO/IEC 15420: one row of 95 modules. bad_input unless 13 digits with the right check digit.
Result<Symbol> ean13_symbol(const std::string& digits);
// ISO/IEC 18004, level M. bad_input for anything that zint refuses or warns about.
Result<Symbol> qr_symbol(const std::string& text);

}  // namespace makegood::printing
