// The terminal: the clerk's screens on an opened register.
#pragma once
#include <future>
#include <memory>
#include <string>

#include "app/handover/owner_socket.hpp"
#include "app/main/window/desk_backend.hpp"
#include "app/main/window/touch_trace.hpp"
#include "app/terminal/clerk/window_program.hpp"
#include "app/terminal/presenter/presenter.hpp"

namespace makegood::main::window {

struct TerminalOptions {
    std::string data, size = "1280x800", theme, trace;
    bool full_screen = false;
};

// GUI thread.
class Terminal {
  public:
    // Begins to open the register at once, while the window system starts.
    explicit Terminal(TerminalOptions options);
    // Opens the register and the window. Answers the exit code when that can't be done; it has told why.
    int begin(terminal::clerk::WindowProgram& program);
    void end();

  private:
    int open_register();
    void open_window();
    void make_presenter();
    void start_timers();
    void listen_to_commands();
    void input(const std::string& what, const std::function<void()>& take);
    void show_screen();
    void wait_for_more_keys();
    void tick();

    TerminalOptions options_;
    TouchTrace trace_;
    terminal::clerk::WindowProgram* program_ = nullptr;
    std::future<Result<std::unique_ptr<Register>>> opening_;
    std::unique_ptr<Register> machine_;
    std::unique_ptr<DeskBackend> backend_;
    std::unique_ptr<terminal::presenter::Presenter> presenter_;
    std::unique_ptr<handover::OwnerSocket> socket_;
};

}  // namespace makegood::main::window
