// The terminal's window on an opened register.
#pragma once
#include <wx/app.h>
#include <wx/timer.h>

#include <memory>

#include "app/handover/owner_socket.hpp"
#include "app/main/window/desk_backend.hpp"
#include "app/main/window/touch_trace.hpp"
#include "app/terminal/clerk/clerk_window.hpp"
#include "app/terminal/presenter/presenter.hpp"

namespace makegood::main::window {

struct TerminalOptions {
    std::string data, size = "1280x800", theme, trace;
    bool full_screen = false;
};

class TerminalApp : public wxApp {
  public:
    explicit TerminalApp(TerminalOptions options) : options_(std::move(options)) {}
    bool OnInit() override;
    int OnExit() override;
    int OnRun() override;

  private:
    bool open_register();
    void make_window();
    void make_presenter();
    void start_timers();
    void listen_to_commands();
    void input(const std::string& what, const std::function<void()>& take);
    void show_screen();
    void wait_for_more_keys();

    TerminalOptions options_;
    int exit_code_ = 0;
    TouchTrace trace_{""};
    std::unique_ptr<Register> machine_;
    std::unique_ptr<DeskBackend> backend_;
    terminal::clerk::ClerkWindow* window_ = nullptr;  // wx owns it
    std::unique_ptr<terminal::presenter::Presenter> presenter_;
    std::unique_ptr<handover::OwnerSocket> socket_;
    wxTimer second_, keys_, beat_;
};

}  // namespace makegood::main::window
