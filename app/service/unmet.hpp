// What was asked for and not there: written down, and read as a list to order from.
#pragma once
#include "app/core/incident/unmet_demand.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

// Writes down what was asked for and is not sold here; answers the words as they were kept: blanks at the
// ends and doubled ones left out. bad_input when nothing is left, or more than 200 characters.
Result<std::string> record_words(Desk& desk, const std::string& words, const PersonId& by);

// Of the last `days` of the shop's time zone, today included. No name: not in the catalogue any more.
Result<core::incident::UnmetDemand> unmet(Desk& desk, int days);

}  // namespace makegood::service
