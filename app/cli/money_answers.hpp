// What `budget glance` and `budget registers` answer: the manager's screens, for a script.
#pragma once
#include "app/cli/call.hpp"
#include "app/service/money_at_a_glance.hpp"
#include "app/service/registers_now.hpp"

namespace makegood::cli {

Result<> tell_glance(const Call& call, service::Desk& desk);
Result<> tell_registers(const Call& call, service::Desk& desk);

}  // namespace makegood::cli
