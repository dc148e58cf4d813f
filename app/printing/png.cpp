// PNG is written by Cairo from a one-bit surface; there 1 is white, and the bits of a byte run the other way.
#include <cairo.h>

#include <memory>

#include "app/base/check.hpp"
#include "app/printing/canvas.hpp"
#include "app/printing/draw.hpp"

namespace makegood::printing {

namespace {

cairo_status_t append(void* target, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string to_png(const Bitmap& picture) {
    const std::unique_ptr<cairo_surface_t, FreeWith<cairo_surface_destroy>> surface(
        cairo_image_surface_create(CAIRO_FORMAT_A1, picture.width, picture.height));
    auto* dots = cairo_image_surface_get_data(surface.get());
    const auto stride = cairo_image_surface_get_stride(surface.get());
    for (std::int32_t y = 0; y < picture.height; ++y) {
        for (std::int32_t x = 0; x < picture.width; ++x) {
            // Cairo's A1 has the first dot in the lowest bit on little-endian machines (x86, ARM).
            if (!picture.black(x, y)) dots[y * stride + x / 8] |= static_cast<unsigned char>(1U << (x % 8));
        }
    }
    cairo_surface_mark_dirty(surface.get());
    std::string png;
    const auto status = cairo_surface_write_to_png_stream(surface.get(), append, &png);
    MAKEGOOD_CHECK(status == CAIRO_STATUS_SUCCESS);
    return png;
}

}  // namespace makegood::printing
