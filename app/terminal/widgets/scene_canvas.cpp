#include "app/terminal/widgets/scene_canvas.hpp"

#include <cairo.h>
#include <gdk/gdk.h>
#include <wx/dcclient.h>

#include <cmath>
#include <unordered_map>

#include "app/terminal/widgets/scene_tree.hpp"

namespace makegood::terminal::widgets {
namespace {

constexpr int band_height = 128;

bool same_place(const Scene& one, const Scene& other) {
    return one.controls.size() == other.controls.size() && one.covered == other.covered;
}

// Calls `changed` with every box in which the two scenes differ.
template <class Changed>
void compare(const Scene& before, const Scene& after, Changed changed) {
    if (same_place(before, after)) {
        for (std::size_t i = 0; i < after.controls.size(); ++i) {
            if (before.controls[i] == after.controls[i]) continue;
            changed(before.controls[i].reach());
            changed(after.controls[i].reach());
        }
        return;
    }
    std::unordered_map<std::string_view, const Control*> known;
    for (const Control& control : before.controls) known[control.id] = &control;
    for (const Control& control : after.controls) {
        const auto old = known.find(control.id);
        if (old != known.end() && *old->second == control) {
            known.erase(old);
            continue;
        }
        changed(control.reach());
    }
    for (const auto& [id, control] : known) changed(control->reach());
}

}  // namespace

Canvas::Canvas(wxWindow* parent, const Theme& theme) : theme_(&theme) {
    SceneTree::prepare_windows();
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxBORDER_NONE);
    tree_ = std::make_unique<SceneTree>(*this);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint_window(); });
    const auto down = [this](wxMouseEvent& event) { finger_down(event.GetX(), event.GetY()); };
    Bind(wxEVT_LEFT_DOWN, down);
    Bind(wxEVT_LEFT_DCLICK, down);  // a fast second tap arrives as a double click
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) { finger_up(event.GetX(), event.GetY()); });
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) { let_go(); });
}

Canvas::~Canvas() = default;

void Canvas::show(Scene scene, double factor) {
    const bool everything = factor != factor_;
    std::swap(scene_, scene);
    factor_ = factor;
    if (!scene_.find(attention_.pressed)) attention_.pressed.clear();
    if (!scene_.find(attention_.focused)) attention_.focused.clear();
    if (everything)
        Refresh(false);
    else
        compare(scene, scene_, [this](const Rect& box) { repaint(box); });
    tell_tree_later(std::move(scene));
}

// The picture comes first: who reads the screen hears of it right after it was painted.
void Canvas::tell_tree_later(Scene before) {
    if (untold_) return;
    untold_ = std::move(before);
    CallAfter([this] {
        const Scene last_told = std::move(*untold_);
        untold_.reset();
        tree_->follow(last_told);
    });
}

void Canvas::set_theme(const Theme& theme) {
    theme_ = &theme;
    Refresh(false);
}

void Canvas::draw(cairo_t* cr) const {
    paint(cr, scene_, *theme_, factor_, attention_);
}

// Into a picture in our own memory, and from there to the window at once: each stroke would be a message to
// the window system otherwise. Band by band, because a picture of the whole window is memory that stays
// taken.
void Canvas::paint_window() {
    wxPaintDC dc(this);
    auto* window = static_cast<cairo_t*>(dc.GetImpl()->GetCairoContext());
    double left = 0, top = 0, right = 0, bottom = 0;
    cairo_clip_extents(window, &left, &top, &right, &bottom);
    const int x = static_cast<int>(std::floor(left)), width = static_cast<int>(std::ceil(right)) - x;
    const int end = static_cast<int>(std::ceil(bottom));
    for (int y = static_cast<int>(std::floor(top)); width > 0 && y < end; y += band_height)
        paint_band(window, x, y, width, std::min(band_height, end - y));
}

void Canvas::paint_band(cairo_t* window, int x, int y, int width, int height) {
    cairo_surface_t* picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t* cr = cairo_create(picture);
    cairo_translate(cr, -x, -y);
    draw(cr);
    cairo_destroy(cr);
    cairo_set_source_surface(window, picture, x, y);
    cairo_paint(window);
    cairo_surface_destroy(picture);
    gdk_display_sync(gdk_display_get_default());
}

void Canvas::finger_down(double x, double y) {
    SetFocus();
    hide_focus();
    const Control* control = scene_.at(x / factor_, y / factor_);
    if (!control) return;
    attention_.pressed = control->id;
    repaint(control->id);
    Update();  // the answer to a touch is on the screen before anything else happens
    if (control->role == Role::key) press_later(control->id);
}

void Canvas::finger_up(double x, double y) {
    const std::string id = attention_.pressed;
    if (id.empty()) return;
    let_go();
    const Control* control = scene_.at(x / factor_, y / factor_);
    if (control && control->id == id && control->role != Role::key) press(id);
}

void Canvas::let_go() {
    const std::string id = std::exchange(attention_.pressed, {});
    if (!id.empty()) repaint(id);
}

void Canvas::press(const std::string& id) {
    const Control* control = scene_.find(id);
    if (!control || !control->pressable()) return;
    if (static_cast<std::size_t>(control - scene_.controls.data()) < scene_.covered) return;
    if (pressed_) pressed_(std::string(id));
}

void Canvas::press_later(const std::string& id) {
    CallAfter([this, id] { press(id); });
}

void Canvas::move_focus(int step) {
    const auto& controls = scene_.controls;
    const auto count = static_cast<int>(controls.size());
    const Control* focused = scene_.find(attention_.focused);
    int at = focused ? static_cast<int>(focused - controls.data()) : step > 0 ? -1 : count;
    for (int tried = 0; tried <= count; ++tried) {
        at = (at + step + count) % std::max(1, count);
        const auto index = static_cast<std::size_t>(at);
        if (index >= scene_.covered && index < controls.size() && controls[index].pressable())
            return focus_on(controls[index].id);
    }
}

void Canvas::focus_on(const std::string& id) {
    hide_focus();
    attention_.focused = id;
    repaint(id);
    tree_->focus_moved(id, true);
}

bool Canvas::press_focused() {
    if (attention_.focused.empty()) return false;
    press(std::string(attention_.focused));
    return true;
}

void Canvas::hide_focus() {
    const std::string id = std::exchange(attention_.focused, {});
    if (id.empty()) return;
    repaint(id);
    tree_->focus_moved(id, false);
}

void Canvas::repaint(const std::string& id) {
    if (const Control* control = scene_.find(id)) repaint(control->reach());
}

void Canvas::repaint(const Rect& box) {
    const int x = static_cast<int>(std::floor(box.x * factor_)),
              y = static_cast<int>(std::floor(box.y * factor_));
    RefreshRect(wxRect(x, y, static_cast<int>(std::ceil(box.right() * factor_)) - x,
                       static_cast<int>(std::ceil(box.bottom() * factor_)) - y),
                false);
}

}  // namespace makegood::terminal::widgets
