// The clerk's window: shows what the presenter says and tells it what people do. GUI thread only.
//
//   auto* window = new ClerkWindow({.pixels_per_mm = 5.9});
//   window->on_touch([&](const presenter::Touched& touched) { presenter.touched(touched, now()); });
//   window->on_key([&](char32_t key) { presenter.key(key, now()); });
//   window->show(presenter.screen());
#pragma once
#include <wx/frame.h>
#include <wx/timer.h>

#include <functional>
#include <memory>
#include <string>

#include "app/terminal/presenter/view_model.hpp"
#include "app/terminal/widgets/scale.hpp"

typedef struct _GtkIMContext GtkIMContext;

namespace makegood::terminal::widgets {
class Canvas;
}

namespace makegood::terminal::clerk {

class Rehearsal;

class ClerkWindow : public wxFrame {
  public:
    struct Settings {
        std::string title = "Makegood";
        std::string theme = "light";  // "light", "dark", "high-contrast"
        double pixels_per_mm = 0;     // 0: what the screen says of itself
        int width = 1280, height = 800;
        bool full_screen = false;
    };

    explicit ClerkWindow(const Settings& settings);
    ~ClerkWindow() override;

    // Draws again only what differs from the screen before.
    void show(const presenter::Screen& screen);
    // pixels_per_mm: 0: what the screen says of itself.
    void restyle(const std::string& theme, double pixels_per_mm);
    void on_touch(std::function<void(const presenter::Touched&)> touched);
    // Every character of any keyboard or keyboard scanner, whatever has the focus; also U'\b', U'\n',
    // U'\x1b'. Tab and the arrows move the keyboard's ring instead, Space and Enter press what it stands on.
    // `event_ms` is the event's own time, 0 when it is not known.
    void on_key(std::function<void(char32_t key, std::int64_t event_ms)> key) { key_ = std::move(key); }

    widgets::Canvas& canvas() { return *canvas_; }
    // Every pixel of the window as it is now; false when the file can't be written.
    bool save_picture(const std::string& png_file);

  private:
    void lay_out();
    void rehearse(wxIdleEvent& event);
    bool hear(wxKeyEvent& event);
    bool steer(int key_code, bool shift);
    void say(char32_t key);

    presenter::Screen screen_;
    double pixels_per_mm_;
    widgets::Canvas* canvas_;
    std::function<void(char32_t, std::int64_t)> key_;
    GtkIMContext* composer_;
    std::unique_ptr<Rehearsal> rehearsal_;
    wxTimer curtain_;
    long last_typed_ms_ = -1'000'000;  // the event's own time
};

}  // namespace makegood::terminal::clerk
