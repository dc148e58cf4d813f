// A what-if for the screen, beside the counter's work.
#pragma once
#include "app/main/try_rules.hpp"
#include "app/main/window/ask_desk.hpp"
#include "app/main/work_thread.hpp"
#include "app/terminal/presenter/rules_backend.hpp"

namespace makegood::main::window {

struct Trial {
    terminal::presenter::Answer<int> percent;  // 0 to 100, never falling
    terminal::presenter::Answer<service::WhatIf> answer;
    Deliver deliver;
    StillThere there;
    std::shared_ptr<std::atomic<bool>> stopped;
};

// On a thread of its own: it waits for the desk, a slice at a time, and whoever stands at the counter comes
// between two of them.
void try_on_the_past(Register& machine, KeptPast& kept, const terminal::presenter::RulesDraft& draft,
                     int days, const Trial& trial);

// What of it can be done before. `goes_on`: asked again and again.
void get_past_ready(Register& machine, KeptPast& kept, int days, const std::function<bool()>& goes_on);

}  // namespace makegood::main::window
