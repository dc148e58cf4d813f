// What was promised, and what was kept (R13).
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

// The open ones, soonest due first.
Result<std::vector<core::followup::Promise>> promises_due(Desk& desk);
Result<> keep_promise(Desk& desk, const PromiseId& promise, const PersonId& by);

}  // namespace makegood::service
