// One drawn picture: preview, print and (later) PDF are the same dots.
#pragma once
#include "app/base/bitmap.hpp"
#include "app/base/result.hpp"
#include "app/printing/document.hpp"

namespace makegood::printing {

struct PaperSize {
    std::int32_t width_dots = 576;  // 576: 80 mm paper, 384: 58 mm paper
    double dots_per_mm = 8;         // 203 dpi
};

// Text by Pango (Inter, then Noto), symbols by zint at whole dots with their quiet zones (EAN-13: ISO/IEC
// 15420; QR: ISO/IEC 18004, level M or better). bad_input when a symbol is refused or warned about by
// zint, or does not fit the paper. Any thread.
Result<Bitmap> draw(const Document& document, const PaperSize& paper);

// PNG bytes of a picture, black on white.
std::string to_png(const Bitmap& picture);

}  // namespace makegood::printing
