// The further limits of the owner's rules: how the screen names, shows and writes them. Pure.
#pragma once
#include <vector>

#include "app/terminal/presenter/facts.hpp"
#include "app/terminal/presenter/rules_models.hpp"

namespace makegood::terminal::presenter {

struct RulesKnown;

// By which a change of it goes: "limit.each-clerk-a-day".
std::string limit_key(const std::string& id);
bool is_limit_key(std::string_view key);

// As the document writes all of it: `{ each = "clerk", per = "day", cost = "20.00" }`.
std::string written_limit(const LimitLine& limit);
// For a limit that is new beside these: "each-clerk-a-day", with a number behind it where that is taken.
std::string new_limit_id(const LimitLine& limit, const std::vector<LimitLine>& beside);

bool is_for(const LimitLine& limit, std::string_view whom);  // "clerk", "kind", "incident", "customer"
// For each of these by themselves, or not. What can't stand beside it goes: an incident has no period, each
// kind and one kind exclude each other.
LimitLine with_each(LimitLine limit, std::string_view whom, bool is_meant);

// The one that this key means; nullptr: none of them.
const LimitLine* limit_of(const std::vector<LimitLine>& limits, std::string_view key);

// Up to six fields: limits from the page that is shown, "limit-more" where there are others, "limit-add".
std::vector<RuleField> limit_fields(const RulesKnown& known, const Facts& facts);
// The first limit of the page after this one; from the last page the first one.
std::size_t next_limits(std::size_t first, std::size_t count);

}  // namespace makegood::terminal::presenter
