// Why a gesture fits, in words made from the facts of the incident.
#pragma once
#include <string>

#include "app/core/gesture/gesture.hpp"

namespace makegood::core::gesture {

// "for a long wait that spoiled the visit, 100 % of what was lost"
std::string reason_for(const Fitting& fitting, const incident::Incident& incident);

}  // namespace makegood::core::gesture
