#include "app/main/office/qr_in_blocks.hpp"

#include "app/printing/symbol.hpp"

namespace makegood::main {
namespace {

constexpr std::int32_t quiet = 4;  // modules around, as ISO/IEC 18004 wants it
constexpr const char* black_on_white = "\x1b[30;107m";
constexpr const char* as_before = "\x1b[0m";

const char* block(bool upper, bool lower) {
    if (upper) return lower ? "█" : "▀";
    return lower ? "▄" : " ";
}

}  // namespace

Result<std::string> qr_in_blocks(const std::string& text) {
    const auto symbol = printing::qr_symbol(text);
    if (!symbol) return fail(symbol.error());
    const auto dark = [&](std::int32_t x, std::int32_t y) {
        return x >= 0 && y >= 0 && x < symbol->width && y < symbol->rows && symbol->at(x, y);
    };
    std::string lines;
    for (std::int32_t y = -quiet; y < symbol->rows + quiet; y += 2) {
        lines += black_on_white;
        for (std::int32_t x = -quiet; x < symbol->width + quiet; ++x)
            lines += block(dark(x, y), dark(x, y + 1));
        lines += as_before;
        lines += "\n";
    }
    return lines;
}

}  // namespace makegood::main
