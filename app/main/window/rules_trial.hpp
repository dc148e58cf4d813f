// A what-if for the screen: the past is read on the desk thread a slice at a time, between customers'
// touches, and run again on a thread of its own.
#pragma once
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
    std::shared_ptr<WorkThread> running;
};

// Of the last days, today left out: it is not over.
void start_trial(Register& machine, const terminal::presenter::RulesDraft& draft, int days, Trial trial);

}  // namespace makegood::main::window
