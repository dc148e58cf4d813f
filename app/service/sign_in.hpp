// Who stands at the register.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

// refused: wrong PIN (says how many tries are left), or how long to wait. Five free tries, then a wait
// that doubles from 30 s to 15 min; the counter is durable before the PIN is looked at, and a clock set
// back starts the wait anew.
Result<ports::Person> sign_in(Desk& desk, const PersonId& person, const std::string& pin);

}  // namespace makegood::service
