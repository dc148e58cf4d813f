// How far before the days that are tried what was given counts: as long as the period of a limit that began
// before them runs on.
#pragma once
#include "app/service/what_if.hpp"

namespace makegood::service {

// All of these rules that have a period.
std::vector<core::budget::Limit> limits_of(const NewRules& rules);
// Of the periods of these limits, of weeks and of months that run on `day`, the first day.
CivilDate counts_since(const std::vector<core::budget::Limit>& limits, CivilDate day);
// Whether enough of the past was read for these rules.
bool reaches(const Past& past, const NewRules& rules);

}  // namespace makegood::service
