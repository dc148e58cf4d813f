#include "app/printing/canvas.hpp"

#include "app/base/check.hpp"

namespace makegood::printing {

namespace {

constexpr auto families = "Inter,Noto Sans,DejaVu Sans";

using FontOptions = std::unique_ptr<cairo_font_options_t, FreeWith<cairo_font_options_destroy>>;
using FontDescription = std::unique_ptr<PangoFontDescription, FreeWith<pango_font_description_free>>;

// What a desktop's settings could change is said here instead.
FontOptions plain_options() {
    FontOptions options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_SLIGHT);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_ON);
    return options;
}

std::string valid_text(const std::string& text) {
    const std::unique_ptr<char, FreeWith<g_free>> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    return valid.get();
}

Box box_of(const PangoRectangle& area) {
    return {area.x, area.y, area.width, area.height};
}

}  // namespace

Canvas::Canvas(std::int32_t width, std::int32_t height)
    : width_(width),
      height_(height),
      surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height)),
      pen_(cairo_create(surface_.get())),
      fonts_(pango_cairo_create_context(pen_.get())) {
    MAKEGOOD_CHECK(cairo_status(pen_.get()) == CAIRO_STATUS_SUCCESS);
    cairo_set_antialias(pen_.get(), CAIRO_ANTIALIAS_NONE);
    pango_cairo_context_set_font_options(fonts_.get(), plain_options().get());
    pango_context_set_round_glyph_positions(fonts_.get(), TRUE);
}

Layout Canvas::layout(const std::string& text, Type type, std::int32_t wrap_dots) const {
    Layout made(pango_layout_new(fonts_.get()));
    const FontDescription font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), families);
    pango_font_description_set_absolute_size(font.get(), static_cast<double>(type.size_dots) * PANGO_SCALE);
    // Medium, not regular: thermal heads make thin strokes thinner.
    pango_font_description_set_weight(font.get(), type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM);
    pango_layout_set_font_description(made.get(), font.get());
    pango_layout_set_alignment(made.get(), PANGO_ALIGN_CENTER);
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(made.get(), wrap_dots < 0 ? -1 : wrap_dots * PANGO_SCALE);
    pango_layout_set_line_spacing(made.get(), 1.15F);
    const auto valid = valid_text(text);
    pango_layout_set_text(made.get(), valid.data(), static_cast<int>(valid.size()));
    return made;
}

Type Canvas::fitting(const std::string& text, Type type, std::int32_t wrap_dots,
                     std::int32_t smallest_dots) const {
    while (type.size_dots > smallest_dots && frame_of(layout(text, type, -1)).width > wrap_dots) {
        type.size_dots -= 2;
    }
    return type;
}

void Canvas::draw(const Layout& layout, std::int32_t x, std::int32_t y) {
    cairo_move_to(pen_.get(), x, y);
    pango_cairo_show_layout(pen_.get(), layout.get());
}

void Canvas::fill(const Box& box) {
    cairo_rectangle(pen_.get(), box.x, box.y, box.width, box.height);
    cairo_fill(pen_.get());
}

Bitmap Canvas::cut(std::int32_t rows) const {
    MAKEGOOD_CHECK(rows >= 0 && rows <= height_);
    Bitmap picture{width_, rows, {}};
    picture.bits.resize(static_cast<std::size_t>(picture.row_bytes()) * static_cast<std::size_t>(rows));
    cairo_surface_flush(surface_.get());
    const auto* grey = cairo_image_surface_get_data(surface_.get());
    const auto stride = cairo_image_surface_get_stride(surface_.get());
    for (std::int32_t y = 0; y < rows; ++y) {
        for (std::int32_t x = 0; x < width_; ++x) {
            if (grey[y * stride + x] < 128) continue;
            picture.bits[static_cast<std::size_t>(y * picture.row_bytes() + x / 8)] |=
                static_cast<std::uint8_t>(0x80 >> (x % 8));
        }
    }
    return picture;
}

Box ink_of(const Layout& layout) {
    PangoRectangle ink;
    pango_layout_get_pixel_extents(layout.get(), &ink, nullptr);
    return box_of(ink);
}

Box frame_of(const Layout& layout) {
    PangoRectangle frame;
    pango_layout_get_pixel_extents(layout.get(), nullptr, &frame);
    return box_of(frame);
}

}  // namespace makegood::printing
