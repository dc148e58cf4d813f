// Measures, inside the window, how fast it answers: for each touch, key and scan until its picture is on
// the window; for each new screen since the input that asked for it; and the longest stall of the GUI
// thread. One JSON line each, for tests. GUI thread only.
#pragma once
#include <chrono>
#include <fstream>
#include <string>

namespace makegood::main::window {

class TouchTrace {
  public:
    using Clock = std::chrono::steady_clock;

    // Empty: nothing is measured.
    explicit TouchTrace(const std::string& file);
    bool on() const { return out_.is_open(); }

    void input_begins(const std::string& what);
    void input_painted();
    void paint_begins() { paint_at_ = Clock::now(); }
    void screen_painted(const std::string& screen);
    // Called every few milliseconds by a timer; a late call is a stall.
    void beat();

  private:
    void line(const char* kind, const std::string& what, Clock::duration time);

    std::ofstream out_;
    std::string input_, screen_;
    Clock::time_point input_at_{}, paint_at_{}, beat_at_{};
};

}  // namespace makegood::main::window
