// `makegood suggest --batch`.
#pragma once
#include "app/cli/call.hpp"

namespace makegood::cli {

// Answers each line of the file as it comes. A line that can't be ranked is told with its number and costs
// only itself; bad_input at the end if there was one.
Result<> rank_cases(const std::string& file, const Call& call);

}  // namespace makegood::cli
