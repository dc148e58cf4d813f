// The one window in which a scene is drawn, touched and read. Showing a new scene draws again only what
// changed; a touch answers in the same frame.
#pragma once
#include <wx/window.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/terminal/widgets/painter.hpp"

namespace makegood::terminal::widgets {

class SceneTree;

class Canvas : public wxWindow {
  public:
    using Pressed = std::function<void(const std::string& id)>;

    Canvas(wxWindow* parent, const Theme& theme);
    ~Canvas() override;

    void show(Scene scene, double factor);
    void set_theme(const Theme& theme);
    void on_press(Pressed pressed) { pressed_ = std::move(pressed); }
    const Scene& scene() const { return scene_; }
    double factor() const { return factor_; }
    const Theme& theme() const { return *theme_; }
    const Attention& attention() const { return attention_; }

    // As a finger would, through the event queue. Nothing happens when the id is gone by then.
    void press_later(const std::string& id);
    // The keyboard's ring: Tab and arrows move it, Space and Enter press. It hides when anything is typed.
    void move_focus(int step);
    bool press_focused();
    void hide_focus();
    void focus_on(const std::string& id);

    // Draws the scene elsewhere, exactly as on the window.
    void draw(cairo_t* cr) const;

  private:
    void tell_tree_later(Scene before);
    void paint_window();
    void paint_band(cairo_t* window, int x, int y, int width, int height);
    void finger_down(double x, double y);
    void finger_up(double x, double y);
    void let_go();
    void press(const std::string& id);
    void repaint(const std::string& id);
    void repaint(const Rect& box);

    const Theme* theme_;
    Scene scene_;
    std::optional<Scene> untold_;  // what the accessibility tree last heard of, while it has to hear more
    double factor_ = 1;
    Attention attention_;
    Pressed pressed_;
    std::unique_ptr<SceneTree> tree_;
};

}  // namespace makegood::terminal::widgets
