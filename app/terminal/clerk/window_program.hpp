// The life of a program with the clerk's window: event loop, timers, calls from other threads, an orderly
// end when the window is closed or the process is asked to stop. Nothing of the window system shows here.
#pragma once
#include <functional>
#include <string>

#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::clerk {

struct WindowSettings {
    std::string theme = "light";  // "light", "dark"
    double pixels_per_mm = 0;     // 0: what the screen says of itself
    int width = 1280, height = 800;
    bool full_screen = false;
};

// GUI thread only, but for post.
class WindowProgram {
  public:
    virtual ~WindowProgram() = default;
    // Makes the window and shows it; once.
    virtual void open(const WindowSettings& settings, std::function<void(const presenter::Touched&)> touched,
                      std::function<void(char32_t key, std::int64_t event_ms)> key) = 0;
    // Takes the look of these settings; the window stays where it is.
    virtual void restyle(const WindowSettings& settings) = 0;
    virtual void show(const presenter::Screen& screen) = 0;
    // Puts what was shown on the screen before it returns.
    virtual void paint_now() = 0;
    // Runs `work` on the GUI thread soon; any thread. Dropped when the program is ending.
    virtual void post(std::function<void()> work) = 0;
    virtual void every(int milliseconds, std::function<void()> work) = 0;
    // Once; a later call replaces one that has not run yet.
    virtual void after(int milliseconds, std::function<void()> work) = 0;
    // What the program answers when its window is closed; 0 unless told.
    virtual void exit_with(int code) = 0;
    virtual void close() = 0;
};

// Runs until the window is closed or SIGTERM or SIGINT comes, then calls `end`. `begin` opens the window.
// Returns the exit code. Once per process.
int run_window(std::function<void(WindowProgram&)> begin, std::function<void()> end);

}  // namespace makegood::terminal::clerk
