// The terminal: the clerk's screens on an opened register.
#pragma once
#include <future>
#include <memory>
#include <optional>
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
    bool manager_first = false;  // see presenter::Setup
};

// GUI thread.
class Terminal {
  public:
    // Begins to open the register at once, while the window system starts.
    explicit Terminal(TerminalOptions options);
    // Opens the window: on the register, or on why it can't be opened and what to do.
    void begin(terminal::clerk::WindowProgram& program);
    void end();

  private:
    using Opened = Result<std::unique_ptr<Register>>;

    void opened(Opened machine);
    void tell_trouble(const Error& error);
    void try_again();
    terminal::clerk::WindowSettings window_settings() const;
    terminal::presenter::Setup setup() const;
    void show_window();
    void touched(const terminal::presenter::Touched& what);
    void typed_key(char32_t typed, std::int64_t event_ms);
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
    bool has_window_ = false;
    std::optional<Error> trouble_;  // why the register is not open
    std::future<Opened> opening_;
    std::unique_ptr<Register> machine_;
    std::unique_ptr<DeskBackend> backend_;
    std::unique_ptr<terminal::presenter::Presenter> presenter_;
    std::unique_ptr<handover::OwnerSocket> socket_;
};

}  // namespace makegood::main::window
