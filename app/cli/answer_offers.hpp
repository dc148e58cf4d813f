// The offers of an incident, as the commands that make them answer.
#pragma once
#include "app/cli/call.hpp"
#include "app/service/report.hpp"

namespace makegood::cli {

void answer_offers(const Call& call, const service::Desk& desk, const service::Reported& reported);

}  // namespace makegood::cli
