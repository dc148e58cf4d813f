// Limits as they are typed and shown.
#pragma once
#include "app/cli/call.hpp"
#include "app/service/limits_now.hpp"

namespace makegood::cli {

// "day", "week", "month", or "14 days" with the day on which one of them begins, "2026-01-05". bad_input with
// what to write.
Result<> read_period(const std::string& per, const std::string& from, core::budget::Limit& limit);

// Every pot of a running period that this register knows of.
wire::Json limits_json(const std::vector<service::LimitNow>& limits);
void say_limits(const Call& call, const std::vector<service::LimitNow>& limits, const Currency& currency);

}  // namespace makegood::cli
