#include "app/terminal/widgets/shadow.hpp"

#include <cairo.h>

#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <tuple>

#include "app/terminal/widgets/painter.hpp"

namespace makegood::terminal::widgets {
namespace {

constexpr double spread = 20, drop = 6, strength = 0.075, line_strength = 0.07;
constexpr double strongest = strength + line_strength;  // a mask of 255 stands for this
constexpr std::size_t most_frames = 64;

struct SurfaceDeleter {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct Frame {
    std::unique_ptr<cairo_surface_t, SurfaceDeleter> mask;
    int width = 0, height = 0;  // pixels
};

// A blur would cost more; rings that get fainter look the same. They add up exactly, as shares of strongest.
void draw_rings(cairo_t* cr, const Rect& box, double radius) {
    constexpr int rings = 9;
    cairo_set_operator(cr, CAIRO_OPERATOR_ADD);
    for (int i = 0; i < rings; ++i) {
        const double out = spread * (rings - i) / rings - 6;
        round_path(cr, box.grown(out).moved(0, drop), std::max(4.0, radius + out));
        cairo_set_source_rgba(cr, 0, 0, 0, strength / rings * (0.5 + double(i) / rings) / strongest);
        cairo_fill(cr);
    }
    round_path(cr, box.moved(0, 1), radius);
    cairo_set_source_rgba(cr, 0, 0, 0, line_strength / strongest);
    cairo_fill(cr);
}

Frame render(double width, double height, double radius, double factor) {
    Frame made;
    made.width = static_cast<int>(std::lround((width + 2 * shadow_reach) * factor));
    made.height = static_cast<int>(std::lround((height + 2 * shadow_reach) * factor));
    made.mask.reset(cairo_image_surface_create(CAIRO_FORMAT_A8, made.width, made.height));
    cairo_t* cr = cairo_create(made.mask.get());
    cairo_scale(cr, factor, factor);
    draw_rings(cr, {shadow_reach, shadow_reach, width, height}, radius);
    cairo_destroy(cr);
    return made;
}

const Frame& frame_for(double width, double height, double radius, double factor) {
    using Key = std::tuple<double, double, double, double>;
    static std::map<Key, Frame> known;
    const Key key{width, height, radius, factor};
    if (const auto found = known.find(key); found != known.end()) return found->second;
    if (known.size() >= most_frames) known.clear();
    return known.emplace(key, render(width, height, radius, factor)).first->second;
}

// One direction of the frame: its halves stay, what is between them is one stretched row of pixels.
struct Part {
    double to, length, from,
        step;  // pixels on the window, pixels of the frame, and of these for each of those
};
std::array<Part, 3> parts(int whole, int frame) {
    const int half = frame / 2, middle = whole - frame;
    return {Part{0, double(half), 0, 1}, Part{double(half), double(middle), half + 0.5, 0.001},
            Part{double(half + middle), double(frame - half), double(half), 1}};
}

void draw_part(cairo_t* cr, cairo_pattern_t* frame, const Part& across, const Part& down) {
    if (across.length <= 0 || down.length <= 0) return;
    cairo_matrix_t to_frame;
    cairo_matrix_init(&to_frame, across.step, 0, 0, down.step, across.from - across.to * across.step,
                      down.from - down.to * down.step);
    cairo_pattern_set_matrix(frame, &to_frame);
    cairo_save(cr);
    cairo_rectangle(cr, across.to, down.to, across.length, down.length);
    cairo_clip(cr);
    cairo_mask(cr, frame);
    cairo_restore(cr);
}

}  // namespace

void draw_shadow(cairo_t* cr, const Rect& box, double radius, double factor, Color color) {
    const double corner = std::ceil(std::min({radius, box.width / 2, box.height / 2}) + spread);
    const double most = std::ceil(2 * corner * factor) / factor;
    const Frame& frame = frame_for(std::min(box.width, most), std::min(box.height, most), radius, factor);
    const auto whole = [factor](double length) {
        return static_cast<int>(std::lround((length + 2 * shadow_reach) * factor));
    };
    cairo_save(cr);
    cairo_translate(cr, box.x - shadow_reach, box.y - shadow_reach);
    cairo_scale(cr, 1 / factor, 1 / factor);
    cairo_set_source_rgba(cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0, strongest);
    cairo_pattern_t* pattern = cairo_pattern_create_for_surface(frame.mask.get());
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
    const auto rows = parts(whole(box.height), frame.height);
    const auto columns = parts(whole(box.width), frame.width);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < columns.size(); ++column)
            if (row != 1 || column != 1) draw_part(cr, pattern, columns[column], rows[row]);
    cairo_pattern_destroy(pattern);
    cairo_restore(cr);
}

}  // namespace makegood::terminal::widgets
