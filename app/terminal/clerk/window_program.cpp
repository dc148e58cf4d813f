#include "app/terminal/clerk/window_program.hpp"

#include <glib-unix.h>
#include <wx/app.h>
#include <wx/timer.h>

#include <csignal>
#include <memory>
#include <vector>

#include "app/terminal/clerk/clerk_window.hpp"
#include "app/terminal/widgets/scene_canvas.hpp"

namespace makegood::terminal::clerk {
namespace {

class Timer : public wxTimer {
  public:
    explicit Timer(std::function<void()> work) : work_(std::move(work)) {}
    void Notify() override { work_(); }

  private:
    std::function<void()> work_;
};

class Program final : public wxApp, public WindowProgram {
  public:
    Program(std::function<void(WindowProgram&)> begin, std::function<void()> end)
        : begin_(std::move(begin)), end_(std::move(end)) {}

    bool OnInit() override {
        begin_(*this);
        return window_ != nullptr;
    }
    int OnExit() override {
        timers_.clear();
        once_.reset();
        end_();
        return wxApp::OnExit();
    }
    int exit_code() const { return exit_code_; }

    void open(const WindowSettings& settings, std::function<void(const presenter::Touched&)> touched,
              std::function<void(char32_t, std::int64_t)> key) override {
        ClerkWindow::Settings own;
        own.theme = settings.theme;
        own.pixels_per_mm = settings.pixels_per_mm;
        own.width = settings.width;
        own.height = settings.height;
        own.full_screen = settings.full_screen;
        window_ = new ClerkWindow(own);
        window_->on_touch(std::move(touched));
        window_->on_key(std::move(key));
        for (const int signal : {SIGTERM, SIGINT}) g_unix_signal_add(signal, &Program::asked_to_stop, this);
        window_->Show();
    }
    void restyle(const WindowSettings& settings) override {
        window_->restyle(settings.theme, settings.pixels_per_mm);
    }
    void show(const presenter::Screen& screen) override { window_->show(screen); }
    void paint_now() override { window_->canvas().Update(); }
    void post(std::function<void()> work) override { CallAfter(std::move(work)); }
    void every(int milliseconds, std::function<void()> work) override {
        timers_.push_back(std::make_unique<Timer>(std::move(work)));
        timers_.back()->Start(milliseconds);
    }
    void after(int milliseconds, std::function<void()> work) override {
        once_ = std::make_unique<Timer>(std::move(work));
        once_->StartOnce(milliseconds);
    }

    void exit_with(int code) override { exit_code_ = code; }
    void close() override { window_->Close(true); }

  private:
    static gboolean asked_to_stop(gpointer program) {
        static_cast<Program*>(program)->close();
        return G_SOURCE_REMOVE;
    }

    std::function<void(WindowProgram&)> begin_;
    std::function<void()> end_;
    int exit_code_ = 0;
    ClerkWindow* window_ = nullptr;  // the window system owns it
    std::vector<std::unique_ptr<Timer>> timers_;
    std::unique_ptr<Timer> once_;
};

}  // namespace

int run_window(std::function<void(WindowProgram&)> begin, std::function<void()> end) {
    // Its own arguments are taken by then; the window system must not look for more among them.
    int no_arguments = 1;
    char name[] = "makegood-terminal";
    char* arguments[] = {name, nullptr};
    // Before anything starts: what starts is the kind of program that is set, and only this one has windows.
    auto* program = new Program(std::move(begin), std::move(end));
    wxApp::SetInstance(program);
    if (!wxEntryStart(no_arguments, arguments)) return 3;
    if (program->CallOnInit()) program->OnRun();
    const int exit_code = program->exit_code();
    program->OnExit();
    wxEntryCleanup();
    return exit_code;
}

}  // namespace makegood::terminal::clerk
