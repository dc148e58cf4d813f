#include "app/terminal/widgets/text.hpp"

#include <pango/pangocairo.h>

#include <cmath>
#include <map>
#include <memory>
#include <tuple>

namespace makegood::terminal::widgets {
namespace {

constexpr const char* families = "Inter, Noto Sans, Noto Sans CJK SC, sans-serif";
constexpr double line_height = 1.3, heading_line_height = 1.16;
constexpr double shrink_step = 0.94;
constexpr std::size_t most_remembered = 300;  // some three screens

struct LayoutDeleter {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Layout = std::unique_ptr<PangoLayout, LayoutDeleter>;

// Metrics are not rounded to pixels, so that a text has the same width at every scale.
PangoContext* shared_context() {
    static PangoContext* const context = [] {
        PangoContext* made = pango_font_map_create_context(pango_cairo_font_map_get_default());
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        pango_cairo_context_set_font_options(made, options);
        pango_cairo_context_set_resolution(made, 72);
        pango_context_set_round_glyph_positions(made, FALSE);
        cairo_font_options_destroy(options);
        return made;
    }();
    return context;
}

// Large type is set a little tighter, as on the pictures of the look.
double tracking(double size, int weight) {
    if (size >= 30) return weight > type::regular ? -0.018 : -0.01;
    return size >= 24 && weight > type::regular ? -0.012 : 0;
}

Layout make_layout(const std::string& text, double size, int weight) {
    Layout layout(pango_layout_new(shared_context()));
    static PangoFontDescription* const font = pango_font_description_from_string(families);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, static_cast<PangoWeight>(weight > type::strong ? 700 : weight));
    pango_layout_set_font_description(layout.get(), font);
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    PangoAttrList* attributes = pango_attr_list_new();
    if (const double spacing = tracking(size, weight); spacing != 0)
        pango_attr_list_insert(attributes,
                               pango_attr_letter_spacing_new(static_cast<int>(spacing * size * PANGO_SCALE)));
    const bool heading = weight > type::strong && size > type::body;
    pango_attr_list_insert(attributes,
                           pango_attr_line_height_new_absolute(static_cast<int>(
                               size * (heading ? heading_line_height : line_height) * PANGO_SCALE)));
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    return layout;
}

FittedText measure(PangoLayout* layout, double size) {
    int width = 0, height = 0;
    pango_layout_get_size(layout, &width, &height);
    return {size, width / double(PANGO_SCALE), height / double(PANGO_SCALE),
            pango_layout_get_line_count(layout), false};
}

bool fits(const FittedText& text, const TextStyle& style, Size room) {
    return text.width <= room.width + 0.5 && text.height <= room.height + 0.5 &&
           text.lines <= style.max_lines;
}

// A layout of the text in this width. With PANGO_WRAP_WORD a word that is too long makes the text too wide.
Layout wrapped(const std::string& text, const TextStyle& style, double size, double width,
               PangoWrapMode mode) {
    Layout layout = make_layout(text, size, style.weight);
    if (style.max_lines > 1) {
        pango_layout_set_width(layout.get(), static_cast<int>(std::ceil(width * PANGO_SCALE)));
        pango_layout_set_wrap(layout.get(), mode);
    }
    return layout;
}

struct Choice {
    Layout layout;
    FittedText fitted;
};

// At the smallest size, breaking words, and shortened if even that is too long.
Choice squeeze(const std::string& text, const TextStyle& style, Size room, double size) {
    Layout layout = wrapped(text, style, size, room.width, PANGO_WRAP_WORD_CHAR);
    FittedText fitted = measure(layout.get(), size);
    if (fits(fitted, style, room)) return {std::move(layout), fitted};
    const double line = fitted.height / fitted.lines;
    const int lines = std::max(1, std::min(style.max_lines, static_cast<int>((room.height + 0.5) / line)));
    pango_layout_set_width(layout.get(), static_cast<int>(room.width * PANGO_SCALE));
    pango_layout_set_height(layout.get(), -lines);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    fitted = measure(layout.get(), size);
    fitted.cut = true;
    return {std::move(layout), fitted};
}

Choice choose(const std::string& text, const TextStyle& style, Size room) {
    const double smallest = style.min_size > 0 ? style.min_size : style.size;
    for (double size = style.size; size >= smallest - 0.01;
         size = size > smallest + 0.01 ? std::max(smallest, size * shrink_step) : 0) {
        Layout layout = wrapped(text, style, size, room.width, PANGO_WRAP_WORD);
        const FittedText fitted = measure(layout.get(), size);
        if (fits(fitted, style, room)) return {std::move(layout), fitted};
    }
    return squeeze(text, style, room, smallest);
}

// Shaping a text costs more than drawing it, and the same one is fitted, drawn and drawn again.
const Choice& chosen(const std::string& text, const TextStyle& style, Size room) {
    using Key = std::tuple<std::string, double, int, int, double, double, double>;
    static std::map<Key, Choice> known;
    Key key{text, style.size, style.weight, style.max_lines, style.min_size, room.width, room.height};
    const auto found = known.find(key);
    if (found != known.end()) return found->second;
    if (known.size() >= most_remembered) known.clear();
    return known.emplace(std::move(key), choose(text, style, room)).first->second;
}

}  // namespace

FittedText fit_text(const std::string& text, const TextStyle& style, Size room) {
    return chosen(text, style, room).fitted;
}

double text_width(const std::string& text, double size, int weight) {
    return std::ceil(measure(make_layout(text, size, weight).get(), size).width);
}

void draw_text(cairo_t* cr, const Rect& box, const std::string& text, const TextStyle& style, Color color) {
    if (text.empty()) return;
    const auto& [layout, fitted] = chosen(text, style, {box.width, box.height});
    static constexpr PangoAlignment alignments[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
    pango_layout_set_alignment(layout.get(), alignments[static_cast<int>(style.across)]);
    pango_layout_set_width(layout.get(), static_cast<int>(std::ceil(box.width + 1) * PANGO_SCALE));
    double y = box.y;
    if (style.down == Down::middle) y += (box.height - fitted.height) / 2;
    if (style.down == Down::bottom) y += box.height - fitted.height;
    cairo_set_source_rgb(cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
    cairo_move_to(cr, box.x - (style.across == Across::left ? 0 : 0.5), y);
    // As a path: this cairo moves glyphs to whole pixels otherwise, and the spacing gets uneven.
    pango_cairo_layout_path(cr, layout.get());
    cairo_fill(cr);
}

}  // namespace makegood::terminal::widgets
