#include "app/main/window/touch_trace.hpp"

namespace makegood::main::window {
namespace {

constexpr auto worth_telling = std::chrono::milliseconds(30);

std::string plain(std::string text) {
    for (char& c : text)
        if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' ') c = '?';
    return text;
}

}  // namespace

TouchTrace::TouchTrace(const std::string& file) {
    if (!file.empty()) out_.open(file, std::ios::app);
}

void TouchTrace::line(const char* kind, const std::string& what, Clock::duration time) {
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(time).count();
    out_ << "{\"kind\":\"" << kind << "\",\"what\":\"" << plain(what) << "\",\"us\":" << us << "}"
         << std::endl;
}

void TouchTrace::input_begins(const std::string& what) {
    input_ = what;
    input_at_ = Clock::now();
}

void TouchTrace::input_painted() {
    line("input", input_, Clock::now() - input_at_);
}

void TouchTrace::screen_painted(const std::string& screen) {
    if (screen == screen_) return;
    screen_ = screen;
    line("paint", screen, Clock::now() - paint_at_);
    line("screen", screen, input_at_ == Clock::time_point{} ? Clock::duration{} : Clock::now() - input_at_);
}

void TouchTrace::beat() {
    const auto now = Clock::now();
    if (beat_at_ != Clock::time_point{} && now - beat_at_ > worth_telling) line("stall", "", now - beat_at_);
    beat_at_ = now;
}

}  // namespace makegood::main::window
