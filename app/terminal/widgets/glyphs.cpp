#include "app/terminal/widgets/glyphs.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <tuple>
#include <vector>

namespace makegood::terminal::widgets {
namespace {

constexpr int quarters = 4;                // of a pixel, across
constexpr std::size_t most_glyphs = 1500;  // about a megabyte

struct SurfaceDeleter {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDeleter>;
struct FontDeleter {
    void operator()(cairo_scaled_font_t* font) const { cairo_scaled_font_destroy(font); }
};
using Font = std::unique_ptr<cairo_scaled_font_t, FontDeleter>;

// Rendered four times as wide as it is seen, so that it can stand at any quarter of a pixel.
struct Glyph {
    int left = 0, width = 0;           // quarters, from the pen
    int top = 0, height = 0;           // pixels, from the base line
    std::vector<unsigned char> cover;  // row by row, 255 covers whole
};

struct PlacedGlyph {
    const Glyph* glyph;
    int left;  // quarters
    int top;   // pixels

    int first_column() const { return left >> 2; }
    int end_column() const { return ((left + glyph->width - 1) >> 2) + 1; }
};

Surface mask_of(int width, int height) {
    return Surface(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
}

// `scale`: pixels a unit of the font.
Glyph render(cairo_scaled_font_t* font, unsigned long index, double scale) {
    const cairo_glyph_t pen{index, 0, 0};
    cairo_text_extents_t ink;
    cairo_scaled_font_glyph_extents(font, &pen, 1, &ink);
    Glyph made;
    if (ink.width <= 0 || ink.height <= 0) return made;
    const double across = scale * quarters;
    made.left = static_cast<int>(std::floor(ink.x_bearing * across));
    made.top = static_cast<int>(std::floor(ink.y_bearing * scale));
    made.width = static_cast<int>(std::ceil((ink.x_bearing + ink.width) * across)) - made.left;
    made.height = static_cast<int>(std::ceil((ink.y_bearing + ink.height) * scale)) - made.top;
    const Surface mask = mask_of(made.width, made.height);
    cairo_t* cr = cairo_create(mask.get());
    cairo_translate(cr, -made.left, -made.top);
    cairo_scale(cr, across, scale);
    cairo_set_scaled_font(cr, font);
    cairo_glyph_path(cr, &pen, 1);
    cairo_fill(cr);
    cairo_destroy(cr);
    cairo_surface_flush(mask.get());
    const unsigned char* rows = cairo_image_surface_get_data(mask.get());
    const int stride = cairo_image_surface_get_stride(mask.get());
    made.cover.reserve(static_cast<std::size_t>(made.width * made.height));
    for (int y = 0; y < made.height; ++y)
        made.cover.insert(made.cover.end(), rows + y * stride, rows + y * stride + made.width);
    return made;
}

// Glyphs stay where they are until the store is emptied, which only happens between two texts.
class GlyphStore {
  public:
    void make_room() {
        if (glyphs_.size() < most_glyphs) return;
        glyphs_.clear();
        fonts_.clear();
    }

    // `scale`: pixels a unit of the font.
    const Glyph& find(cairo_scaled_font_t* font, PangoGlyph index, double scale) {
        const Key key{font, index, scale};
        if (const auto known = glyphs_.find(key); known != glyphs_.end()) return known->second;
        // Held, so that its address stands for this font as long as its glyphs are kept.
        if (!fonts_.contains(font)) fonts_.emplace(font, Font(cairo_scaled_font_reference(font)));
        return glyphs_.emplace(key, render(font, index, scale)).first->second;
    }

  private:
    using Key = std::tuple<cairo_scaled_font_t*, PangoGlyph, double>;
    std::map<cairo_scaled_font_t*, Font> fonts_;
    std::map<Key, Glyph> glyphs_;
};

GlyphStore& store() {
    static GlyphStore only;
    return only;
}

// One run of one font; the pen stands at (x, y) in pixels.
void place_run(const PangoGlyphItem& run, double x, double y, double scale,
               std::vector<PlacedGlyph>& placed) {
    cairo_scaled_font_t* font = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run.item->analysis.font));
    const double pixels = scale / PANGO_SCALE;
    for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
        const PangoGlyphInfo& info = run.glyphs->glyphs[i];
        if (info.glyph != PANGO_GLYPH_EMPTY) {
            const Glyph& glyph = store().find(font, info.glyph, scale);
            const double pen = x + info.geometry.x_offset * pixels;
            const auto line = static_cast<int>(std::lround(y + info.geometry.y_offset * pixels));
            if (glyph.width > 0)
                placed.push_back(
                    {&glyph, static_cast<int>(std::lround(pen * quarters)) + glyph.left, line + glyph.top});
        }
        x += info.geometry.width * pixels;
    }
}

std::vector<PlacedGlyph> place(PangoLayout* layout, double x, double y, double scale) {
    std::vector<PlacedGlyph> placed;
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    do {
        const PangoGlyphItem* run = pango_layout_iter_get_run_readonly(at);
        if (!run) continue;
        PangoRectangle box;
        pango_layout_iter_get_run_extents(at, nullptr, &box);
        const double pixels = scale / PANGO_SCALE;
        place_run(*run, x + box.x * pixels, y + pango_layout_iter_get_baseline(at) * pixels, scale, placed);
    } while (pango_layout_iter_next_run(at));
    pango_layout_iter_free(at);
    return placed;
}

// Each pixel is covered as its four quarters are on average. `to`: where the glyph's first column and row go.
void add(const PlacedGlyph& placed, unsigned char* to, int stride) {
    const Glyph& glyph = *placed.glyph;
    const unsigned char* from = glyph.cover.data();
    for (int row = 0; row < glyph.height; ++row, to += stride) {
        unsigned char* pixel = to;
        int sum = 0;
        for (int column = 0; column < glyph.width; ++column) {
            sum += *from++;
            const bool pixel_ends = ((placed.left + column) & 3) == 3 || column + 1 == glyph.width;
            if (!pixel_ends) continue;
            *pixel = static_cast<unsigned char>(std::min(255, *pixel + (sum + 2) / quarters));
            ++pixel;
            sum = 0;
        }
    }
}

void paint_glyphs(cairo_t* cr, const std::vector<PlacedGlyph>& all) {
    int left = all[0].first_column(), right = left, top = all[0].top, bottom = top;
    for (const PlacedGlyph& one : all) {
        left = std::min(left, one.first_column());
        right = std::max(right, one.end_column());
        top = std::min(top, one.top);
        bottom = std::max(bottom, one.top + one.glyph->height);
    }
    const Surface mask = mask_of(right - left, bottom - top);
    unsigned char* bytes = cairo_image_surface_get_data(mask.get());
    const int stride = cairo_image_surface_get_stride(mask.get());
    if (!bytes) return;
    cairo_surface_flush(mask.get());
    for (const PlacedGlyph& one : all)
        add(one, bytes + (one.top - top) * stride + (one.first_column() - left), stride);
    cairo_surface_mark_dirty(mask.get());
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_mask_surface(cr, mask.get(), left, top);
    cairo_restore(cr);
}

}  // namespace

void draw_glyphs(cairo_t* cr, PangoLayout* layout, double x, double y, double scale, Color color) {
    cairo_set_source_rgb(cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
    if (pango_layout_get_unknown_glyphs_count(layout) > 0) {  // Pango draws boxes for what no font has
        cairo_save(cr);
        cairo_translate(cr, x, y);
        cairo_scale(cr, scale, scale);
        pango_cairo_layout_path(cr, layout);
        cairo_fill(cr);
        cairo_restore(cr);
        return;
    }
    cairo_matrix_t matrix;
    cairo_get_matrix(cr, &matrix);
    cairo_user_to_device(cr, &x, &y);
    store().make_room();
    const std::vector<PlacedGlyph> placed = place(layout, x, y, matrix.xx * scale);
    if (!placed.empty()) paint_glyphs(cr, placed);
}

}  // namespace makegood::terminal::widgets
