// Keeps an eye on the clock: what it must not be allowed to do is decided in core::budget::judge.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

// Notes in the journal, once each, that the clock went back or jumped ahead, and that it came back. Before
// anything that depends on the day.
Result<> watch_clock(Desk& desk);

// What to tell a person while the clock is behind or in doubt; empty when it is neither.
std::string clock_warning(const Desk& desk);

// A person says that the date and time are right. refused: below a manager.
Result<> confirm_clock(Desk& desk, const PersonId& by);
// Head office took signed requests that bear this clock's time.
Result<> clock_agrees_with_head_office(Desk& desk);

}  // namespace makegood::service
