// One [[limit]] of a policy file.
#pragma once
#include <vector>

#include "app/config/section.hpp"
#include "app/core/budget/limits.hpp"

namespace makegood::config {

struct NamedLimit {
    std::string id;
    core::budget::LimitRule rule;
};
std::vector<core::budget::LimitRule> rules_of(const std::vector<NamedLimit>& limits);
// At most so many hold at once.
inline constexpr std::size_t most_limits = 32;

// Puts the limit into the list: in place of the one with the same id, or at its end; `off = true` takes it
// out. Problems go to the reading.
void read_limit(Reading& reading, const Value& table, std::vector<NamedLimit>& limits);

}  // namespace makegood::config
