// Other rules on the cases of the past days, beside a desk that goes on meanwhile: only the reading takes its
// thread, a few milliseconds at a time.
#pragma once
#include "app/main/desk_thread.hpp"
#include "app/service/what_if.hpp"

namespace makegood::main {

inline constexpr int most_days_back = 366;

// Any thread but the desk's and a window's. Can be tried under any number of rules (service::what_if).
// bad_input: no such number of days; busy: `progress` said stop.
Result<std::shared_ptr<const service::Past>> read_past(DeskThread& desk, ports::PastEvents& events, int days,
                                                       const service::Progress& progress);

// Both in one.
Result<service::WhatIf> try_rules(DeskThread& desk, ports::PastEvents& events, const service::NewRules& rules,
                                  int days, const service::Progress& progress);

}  // namespace makegood::main
