#include "app/terminal/widgets/text.hpp"

#include <pango/pangocairo.h>

#include <cmath>
#include <map>
#include <memory>
#include <tuple>
#include <vector>

#include "app/terminal/widgets/glyphs.hpp"
#include "app/terminal/widgets/keep_together.hpp"

namespace makegood::terminal::widgets {
namespace {

constexpr const char* families = "Inter, Noto Sans, Noto Sans CJK SC, sans-serif";
// Texts are set at one size and scaled: every size would be another font to find, open and keep.
constexpr double design_size = 100;
constexpr double line_height = 1.3, heading_line_height = 1.16;
constexpr double shrink_step = 0.94;
constexpr std::size_t most_remembered = 150;  // more than a screen; up to twice as many are kept

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
    pango_font_description_set_absolute_size(font, design_size * PANGO_SCALE);
    pango_font_description_set_weight(font, static_cast<PangoWeight>(weight > type::strong ? 700 : weight));
    pango_layout_set_font_description(layout.get(), font);
    const std::string kept = keep_together(text);
    pango_layout_set_text(layout.get(), kept.c_str(), static_cast<int>(kept.size()));
    PangoAttrList* attributes = pango_attr_list_new();
    if (const double spacing = tracking(size, weight); spacing != 0)
        pango_attr_list_insert(
            attributes, pango_attr_letter_spacing_new(static_cast<int>(spacing * design_size * PANGO_SCALE)));
    const bool heading = weight > type::strong && size > type::body;
    pango_attr_list_insert(attributes,
                           pango_attr_line_height_new_absolute(static_cast<int>(
                               design_size * (heading ? heading_line_height : line_height) * PANGO_SCALE)));
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    return layout;
}

// How a text is set; everything that Pango would have to shape it again for.
struct Setting {
    std::string text;
    double size = type::body;
    int weight = type::regular;
    double width = 0;  // 0: one line, as long as it gets
    bool breaks_words = false;
    int shortened_to = 0;  // lines; 0: whole
    bool keeps_end = false;
    Across across = Across::left;

    auto key() const {
        return std::tie(text, size, weight, width, breaks_words, shortened_to, keeps_end, across);
    }
    friend bool operator<(const Setting& one, const Setting& other) { return one.key() < other.key(); }
};

struct SetText {
    Layout layout;
    FittedText fitted;
};

SetText set(const Setting& setting) {
    Layout layout = make_layout(setting.text, setting.size, setting.weight);
    const double unit = setting.size / design_size / PANGO_SCALE;  // of the layout, in ours
    if (setting.width > 0) {
        static constexpr PangoAlignment alignments[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER,
                                                        PANGO_ALIGN_RIGHT};
        pango_layout_set_width(layout.get(), static_cast<int>(std::ceil(setting.width / unit)));
        pango_layout_set_wrap(layout.get(), setting.breaks_words ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
        pango_layout_set_alignment(layout.get(), alignments[static_cast<int>(setting.across)]);
    }
    if (setting.shortened_to > 0) {
        pango_layout_set_height(layout.get(), -setting.shortened_to);
        pango_layout_set_ellipsize(layout.get(),
                                   setting.keeps_end ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);
    }
    int width = 0, height = 0;
    pango_layout_get_size(layout.get(), &width, &height);
    const int lines = pango_layout_get_line_count(layout.get());
    return {std::move(layout), {setting.size, width * unit, height * unit, lines, setting.shortened_to > 0}};
}

// Shaping a text costs more than drawing it, and the same one is fitted, drawn and drawn again. What was not
// asked for in a while is forgotten; an answer holds until the next hundred questions.
struct Memory {
    std::map<Setting, SetText> young, old;
};
Memory& memory() {
    static Memory only;
    return only;
}

const SetText& remembered(const Setting& setting) {
    auto& [young, old] = memory();
    if (const auto found = young.find(setting); found != young.end()) return found->second;
    if (young.size() >= most_remembered) {
        old = std::move(young);
        young.clear();
    }
    if (auto known = old.extract(setting)) return young.insert(std::move(known)).position->second;
    return young.emplace(setting, set(setting)).first->second;
}

bool fits(const FittedText& text, const TextStyle& style, Size room) {
    return text.width <= room.width + 0.5 && text.height <= room.height + 0.5 &&
           text.lines <= style.max_lines;
}

// A word that is too long makes the text too wide, unless words may break.
Setting setting_for(const std::string& text, const TextStyle& style, Size room, double size) {
    Setting setting{.text = text, .size = size, .weight = style.weight};
    if (style.max_lines == 1) return setting;
    setting.width = room.width;
    setting.across = style.across;
    return setting;
}

// At the smallest size, breaking words, and shortened if even that is too long: a name in the middle, because
// its end tells it from others ("… 500 g"), all else at the end.
const SetText& squeeze(const std::string& text, const TextStyle& style, Size room, double size) {
    Setting setting = setting_for(text, style, room, size);
    setting.breaks_words = setting.width > 0;
    const SetText& whole = remembered(setting);
    if (fits(whole.fitted, style, room)) return whole;
    const double line = whole.fitted.height / whole.fitted.lines;
    setting.width = room.width;
    setting.across = style.across;
    setting.keeps_end = style.may_shorten;
    setting.shortened_to =
        std::max(1, std::min(style.max_lines, static_cast<int>((room.height + 0.5) / line)));
    return remembered(setting);
}

// From the wanted size down to the smallest, in halves: few sizes share their glyphs.
std::vector<double> sizes_of(const TextStyle& style) {
    const double smallest = style.min_size > 0 ? std::min(style.min_size, style.size) : style.size;
    std::vector<double> sizes;
    for (double size = style.size; size > smallest + 0.01; size = std::floor(size * shrink_step * 2) / 2)
        sizes.push_back(size);
    sizes.push_back(smallest);
    return sizes;
}

const SetText& chosen(const std::string& text, const TextStyle& style, Size room) {
    const auto at = [&](double size) -> const SetText& {
        return remembered(setting_for(text, style, room, size));
    };
    const auto is_too_large = [&](double size) { return !fits(at(size).fitted, style, room); };
    if (!is_too_large(style.size)) return at(style.size);
    const std::vector<double> sizes = sizes_of(style);
    const auto largest = std::partition_point(sizes.begin() + 1, sizes.end(), is_too_large);
    return largest == sizes.end() ? squeeze(text, style, room, sizes.back()) : at(*largest);
}

}  // namespace

FittedText fit_text(const std::string& text, const TextStyle& style, Size room) {
    return chosen(text, style, room).fitted;
}

void forget_texts() {
    memory() = {};
}

double text_width(const std::string& text, double size, int weight) {
    return std::ceil(remembered({.text = text, .size = size, .weight = weight}).fitted.width);
}

void draw_text(cairo_t* cr, const Rect& box, const std::string& text, const TextStyle& style, Color color) {
    if (text.empty()) return;
    const auto& [layout, fitted] = chosen(text, style, {box.width, box.height});
    double x = box.x, y = box.y;
    if (pango_layout_get_width(layout.get()) < 0) {  // one line, which Pango can't align
        if (style.across == Across::centre) x += (box.width - fitted.width) / 2;
        if (style.across == Across::right) x += box.width - fitted.width;
    }
    if (style.down == Down::middle) y += (box.height - fitted.height) / 2;
    if (style.down == Down::bottom) y += box.height - fitted.height;
    draw_glyphs(cr, layout.get(), x, y, fitted.size / design_size, color);
}

}  // namespace makegood::terminal::widgets
