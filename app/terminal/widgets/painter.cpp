#include "app/terminal/widgets/painter.hpp"

#include <cairo.h>

#include <cmath>

#include "app/terminal/widgets/icons.hpp"
#include "app/terminal/widgets/shadow.hpp"

namespace makegood::terminal::widgets {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double pressed_size = 0.985;

void set_source(cairo_t* cr, Color color, double share = 1) {
    cairo_set_source_rgba(cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0,
                          share * color.alpha / 255.0);
}

}  // namespace

void round_path(cairo_t* cr, const Rect& box, double wanted) {
    const double radius = std::min({wanted, box.width / 2, box.height / 2});
    cairo_new_sub_path(cr);
    cairo_arc(cr, box.right() - radius, box.y + radius, radius, -pi / 2, 0);
    cairo_arc(cr, box.right() - radius, box.bottom() - radius, radius, 0, pi / 2);
    cairo_arc(cr, box.x + radius, box.bottom() - radius, radius, pi / 2, pi);
    cairo_arc(cr, box.x + radius, box.y + radius, radius, pi, 1.5 * pi);
    cairo_close_path(cr);
}

namespace {

class Brush {
  public:
    // What is pressed lies flat.
    Brush(cairo_t* cr, const Theme& theme, double factor, bool flat)
        : cr_(cr), theme_(theme), factor_(factor), flat_(flat) {}

    void operator()(const Panel& panel) const {
        const Rect box = snapped(panel.box);
        if (panel.raised && theme_.has_shadow && !flat_)
            draw_shadow(cr_, box, panel.radius, factor_, theme_.color(Paint::shadow));
        if (panel.fill != Paint::none) {
            round_path(cr_, box, panel.radius);
            set_source(cr_, theme_.color(panel.fill));
            cairo_fill(cr_);
        }
        if (panel.border != Paint::none)
            edge(box, panel.radius, panel.border, panel.border_width);
        else if (panel.raised && theme_.outline_width > 0)
            edge(box, panel.radius, Paint::outline, theme_.outline_width);
    }

    void operator()(const Text& text) const {
        draw_text(cr_, text.box, text.text, text.style, theme_.color(text.style.paint));
    }

    void operator()(const Icon& icon) const {
        cairo_save(cr_);
        cairo_translate(cr_, icon.box.x, icon.box.y);
        set_source(cr_, theme_.color(icon.paint));
        draw_icon(cr_, icon.name, icon.box.width);
        cairo_restore(cr_);
    }

    void operator()(const Meter& meter) const;
    void operator()(const Paper& paper) const;

  private:
    // Edges on whole pixels are sharp.
    Rect snapped(const Rect& box) const {
        const auto snap = [this](double value) { return std::round(value * factor_) / factor_; };
        const double x = snap(box.x), y = snap(box.y);
        return {x, y, snap(box.right()) - x, snap(box.bottom()) - y};
    }

    void edge(const Rect& box, double radius, Paint paint, double width) const {
        round_path(cr_, box.shrunk(width / 2), radius - width / 2);
        set_source(cr_, theme_.color(paint));
        cairo_set_line_width(cr_, width);
        cairo_stroke(cr_);
    }

    cairo_t* cr_;
    const Theme& theme_;
    double factor_;
    bool flat_;
};

void Brush::operator()(const Meter& meter) const {
    const Rect box = snapped(meter.box);
    const double spent = box.width * std::clamp(meter.spent, 0.0, 1.0);
    const double reserved = std::min(box.width - spent, box.width * std::clamp(meter.reserved, 0.0, 1.0));
    cairo_save(cr_);
    round_path(cr_, box, box.height / 2);
    cairo_clip_preserve(cr_);
    set_source(cr_, theme_.color(Paint::sunk));
    cairo_fill(cr_);
    set_source(cr_, theme_.color(Paint::accent));
    cairo_rectangle(cr_, box.x, box.y, spent, box.height);
    cairo_fill(cr_);
    cairo_rectangle(cr_, box.x + spent, box.y, reserved, box.height);
    cairo_clip_preserve(cr_);
    set_source(cr_, theme_.color(Paint::surface));
    cairo_fill(cr_);
    set_source(cr_, theme_.color(Paint::accent));
    cairo_set_line_width(cr_, 4);
    for (double x = box.x + spent; x < box.x + spent + reserved + box.height; x += 9) {
        cairo_move_to(cr_, x - box.height, box.y - 2);
        cairo_line_to(cr_, x + 4, box.bottom() + 2);
    }
    cairo_stroke(cr_);
    cairo_restore(cr_);
}

void Brush::operator()(const Paper& paper) const {
    const Bitmap& dots = *paper.bitmap;
    if (dots.width <= 0 || dots.height <= 0) return;
    cairo_surface_t* mask = cairo_image_surface_create(CAIRO_FORMAT_A8, dots.width, dots.height);
    unsigned char* bytes = cairo_image_surface_get_data(mask);
    const int stride = cairo_image_surface_get_stride(mask);
    for (int y = 0; y < dots.height; ++y)
        for (int x = 0; x < dots.width; ++x) bytes[y * stride + x] = dots.black(x, y) ? 255 : 0;
    cairo_surface_mark_dirty(mask);
    cairo_save(cr_);
    cairo_translate(cr_, paper.box.x, paper.box.y);
    cairo_scale(cr_, paper.box.width / dots.width, paper.box.height / dots.height);
    set_source(cr_, theme_.color(Paint::paper_ink));
    cairo_pattern_t* pattern = cairo_pattern_create_for_surface(mask);
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD);
    cairo_mask(cr_, pattern);
    cairo_pattern_destroy(pattern);
    cairo_restore(cr_);
    cairo_surface_destroy(mask);
}

// The finger's answer, in the frame of the touch: the control gives way a little and darkens.
void press_in(cairo_t* cr, const Control& control) {
    cairo_translate(cr, control.box.middle_x(), control.box.middle_y());
    cairo_scale(cr, pressed_size, pressed_size);
    cairo_translate(cr, -control.box.middle_x(), -control.box.middle_y());
}

void darken(cairo_t* cr, const Control& control, const Theme& theme) {
    for (const Shape& shape : control.shapes) {
        const auto* panel = std::get_if<Panel>(&shape);
        if (!panel) continue;
        round_path(cr, panel->box, panel->radius);
        set_source(cr, theme.color(Paint::ink), 0.1);
        cairo_fill(cr);
        return;
    }
}

void focus_ring(cairo_t* cr, const Control& control, const Theme& theme) {
    Rect box = control.box;
    double radius = corner::button;
    for (const Shape& shape : control.shapes)
        if (const auto* panel = std::get_if<Panel>(&shape)) {
            box = panel->box;
            radius = panel->radius;
            break;
        }
    round_path(cr, box.grown(2), radius + 2);
    set_source(cr, theme.color(Paint::ink));
    cairo_set_line_width(cr, 3);
    cairo_stroke(cr);
}

}  // namespace

void paint(cairo_t* cr, const Scene& scene, const Theme& theme, double factor, const Attention& attention) {
    set_source(cr, theme.color(Paint::ground));
    cairo_paint(cr);
    cairo_save(cr);
    cairo_scale(cr, factor, factor);
    Rect clip;
    cairo_clip_extents(cr, &clip.x, &clip.y, &clip.width, &clip.height);
    clip = {clip.x, clip.y, clip.width - clip.x, clip.height - clip.y};
    for (const Control& control : scene.controls) {
        if (!control.reach().overlaps(clip)) continue;
        const bool pressed = control.id == attention.pressed;
        const Brush brush(cr, theme, factor, pressed);
        cairo_save(cr);
        if (pressed) press_in(cr, control);
        for (const Shape& shape : control.shapes)
            if (reach(shape).overlaps(clip)) std::visit(brush, shape);
        if (pressed) darken(cr, control, theme);
        if (control.id == attention.focused) focus_ring(cr, control, theme);
        cairo_restore(cr);
    }
    cairo_restore(cr);
}

}  // namespace makegood::terminal::widgets
