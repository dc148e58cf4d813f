#include "app/terminal/clerk/clerk_window.hpp"

#include <gtk/gtk.h>
#include <malloc.h>
#include <wx/sizer.h>

#include "app/terminal/clerk/rehearsal.hpp"
#include "app/terminal/clerk/screen_scene.hpp"
#include "app/terminal/widgets/scene_canvas.hpp"
#include "app/terminal/widgets/text.hpp"

namespace makegood::terminal::clerk {
namespace {

// A Tab that comes this soon after a character ends a scan; nobody types so fast.
constexpr long scan_gap_ms = 60;
// The first screen is up by then, and nobody has signed in yet.
constexpr int rehearse_after_ms = 400;

// What the screen says of its size, if that can be true; else the reference screen's density.
double density_of_screen(GtkWidget* window) {
    GdkDisplay* display = gtk_widget_get_display(window);
    GdkMonitor* monitor = gdk_display_get_primary_monitor(display);
    if (!monitor) monitor = gdk_display_get_monitor(display, 0);
    if (!monitor) return widgets::reference_pixels_per_mm;
    GdkRectangle area;
    gdk_monitor_get_geometry(monitor, &area);
    const int millimetres = gdk_monitor_get_width_mm(monitor);
    const double density = millimetres > 0 ? double(area.width) / millimetres : 0;
    return density >= 2 && density <= 20 ? density : widgets::reference_pixels_per_mm;
}

void composed(GtkIMContext*, gchar* text, gpointer key) {
    auto& say = *static_cast<std::function<void(char32_t, std::int64_t)>*>(key);
    for (const gchar* at = text; *at && say; at = g_utf8_next_char(at))
        say(g_utf8_get_char(at), gtk_get_current_event_time());
}

char32_t control_character(int key_code) {
    switch (key_code) {
        case WXK_BACK:
        case WXK_DELETE:
            return U'\b';
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            return U'\n';
        case WXK_ESCAPE:
            return U'\x1b';
        default:
            return 0;
    }
}

}  // namespace

ClerkWindow::ClerkWindow(const Settings& settings)
    : wxFrame(nullptr, wxID_ANY, wxString::FromUTF8(settings.title)),
      pixels_per_mm_(settings.pixels_per_mm > 0 ? settings.pixels_per_mm : density_of_screen(GetHandle())),
      canvas_(new widgets::Canvas(this, widgets::theme_named(settings.theme))),
      composer_(gtk_im_context_simple_new()) {
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(canvas_, 1, wxEXPAND);
    SetSizer(sizer);
    SetClientSize(settings.width, settings.height);
    if (settings.full_screen) ShowFullScreen(true);
    g_signal_connect(composer_, "commit", G_CALLBACK(composed), &key_);
    canvas_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        lay_out();
        event.Skip();
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (!hear(event)) event.Skip();
    });
    Bind(wxEVT_IDLE, &ClerkWindow::rehearse, this);
    curtain_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        const wxSize size = canvas_->GetClientSize();
        rehearsal_ = std::make_unique<Rehearsal>(
            canvas_->theme(), widgets::scale_for({double(size.x), double(size.y)}, pixels_per_mm_));
    });
    curtain_.StartOnce(rehearse_after_ms);
    Bind(wxEVT_ACTIVATE, [this](wxActivateEvent&) { canvas_->SetFocus(); });
    canvas_->SetFocus();
}

ClerkWindow::~ClerkWindow() {
    g_object_unref(composer_);
}

void ClerkWindow::show(const presenter::Screen& screen) {
    screen_ = screen;
    lay_out();
}

void ClerkWindow::restyle(const std::string& theme, double pixels_per_mm) {
    pixels_per_mm_ = pixels_per_mm > 0 ? pixels_per_mm : density_of_screen(GetHandle());
    canvas_->set_theme(widgets::theme_named(theme));
    lay_out();
}

void ClerkWindow::on_touch(std::function<void(const presenter::Touched&)> touched) {
    canvas_->on_press([touched = std::move(touched)](const std::string& id) { touched({id}); });
}

void ClerkWindow::lay_out() {
    const wxSize size = canvas_->GetClientSize();
    if (size.x < 2 || size.y < 2) return;
    const widgets::Scale scale = widgets::scale_for({double(size.x), double(size.y)}, pixels_per_mm_);
    canvas_->show(compose(screen_, scale), scale.factor);
}

void ClerkWindow::rehearse(wxIdleEvent& event) {
    event.Skip();
    if (!rehearsal_) return;
    if (rehearsal_->step()) return event.RequestMore();
    rehearsal_.reset();
    widgets::forget_texts();
    malloc_trim(0);
}

// wx tells which key it was but not always which character it types; the event below knows.
bool ClerkWindow::hear(wxKeyEvent& event) {
    const bool in_scan = event.GetTimestamp() - last_typed_ms_ < scan_gap_ms;
    if (in_scan && event.GetKeyCode() == WXK_TAB) {
        say(U'\n');
        return true;
    }
    if (steer(event.GetKeyCode(), event.ShiftDown())) return true;
    if (const char32_t control = control_character(event.GetKeyCode())) {
        say(control);
        return true;
    }
    if (event.ControlDown() || event.AltDown()) return false;
    last_typed_ms_ = event.GetTimestamp();
    GdkEvent* below = gtk_get_current_event();
    if (!below) {
        if (event.GetUnicodeKey() != WXK_NONE) say(static_cast<char32_t>(event.GetUnicodeKey()));
        return true;
    }
    canvas_->hide_focus();
    if (below->type == GDK_KEY_PRESS) gtk_im_context_filter_keypress(composer_, &below->key);
    gdk_event_free(below);
    return true;
}

bool ClerkWindow::steer(int key_code, bool shift) {
    switch (key_code) {
        case WXK_TAB:
            canvas_->move_focus(shift ? -1 : 1);
            return true;
        case WXK_RIGHT:
        case WXK_DOWN:
            canvas_->move_focus(1);
            return true;
        case WXK_LEFT:
        case WXK_UP:
            canvas_->move_focus(-1);
            return true;
        case WXK_SPACE:
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            return canvas_->press_focused();
        default:
            return false;
    }
}

void ClerkWindow::say(char32_t key) {
    canvas_->hide_focus();
    if (key_) key_(key, gtk_get_current_event_time());
}

bool ClerkWindow::save_picture(const std::string& png_file) {
    const wxSize size = canvas_->GetClientSize();
    cairo_surface_t* picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.x, size.y);
    cairo_t* cr = cairo_create(picture);
    canvas_->draw(cr);
    cairo_destroy(cr);
    const bool saved = cairo_surface_write_to_png(picture, png_file.c_str()) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(picture);
    return saved;
}

}  // namespace makegood::terminal::clerk
