// A white sheet of whole dots with text by Pango and boxes by Cairo. Grey is only a means: cut() answers
// black and white, so that screen, paper and tests see the same dots on every machine with the same fonts.
#pragma once
#include <cairo.h>
#include <pango/pangocairo.h>

#include <cstdint>
#include <memory>
#include <string>

#include "app/base/bitmap.hpp"

namespace makegood::printing {

struct Box {
    std::int32_t x = 0, y = 0, width = 0, height = 0;
};

struct Type {
    std::int32_t size_dots = 24;  // of the em square
    bool bold = false;
};

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
using Layout = std::unique_ptr<PangoLayout, FreeWith<g_object_unref>>;

// One thread at a time; each canvas may live on any thread.
class Canvas {
  public:
    Canvas(std::int32_t width, std::int32_t height);
    std::int32_t width() const { return width_; }
    std::int32_t height() const { return height_; }

    // UTF-8, centred and wrapped to `wrap_dots`; broken bytes become replacement characters.
    Layout layout(const std::string& text, Type type, std::int32_t wrap_dots) const;
    // The largest type up to `type` in which the text stays on one line of `wrap_dots`, at least
    // `smallest_dots`.
    Type fitting(const std::string& text, Type type, std::int32_t wrap_dots,
                 std::int32_t smallest_dots) const;
    // Draws with the upper left corner of the layout's logical rectangle at x, y.
    void draw(const Layout& layout, std::int32_t x, std::int32_t y);
    void fill(const Box& box);

    // The first `rows` rows in black and white.
    Bitmap cut(std::int32_t rows) const;

  private:
    std::int32_t width_, height_;
    std::unique_ptr<cairo_surface_t, FreeWith<cairo_surface_destroy>> surface_;
    std::unique_ptr<cairo_t, FreeWith<cairo_destroy>> pen_;
    std::unique_ptr<PangoContext, FreeWith<g_object_unref>> fonts_;
};

// Extents of a layout in dots, relative to where it is drawn.
Box ink_of(const Layout& layout);
Box frame_of(const Layout& layout);

}  // namespace makegood::printing
