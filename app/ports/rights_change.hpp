// From a book of rights before and after a step to the event that records the step.
#pragma once
#include <optional>

#include "app/ports/store.hpp"

namespace makegood::ports {

// To be committed together; more than one where an event can't hold all pots. Empty: nothing has changed that
// is recorded (the marker is not). `head`: where the journal ends; a new epoch begins with the first of them,
// which names it.
std::vector<RightsChanged> rights_changes(const Rights& before, const Rights& after, std::string why,
                                          const JournalMark& head);

}  // namespace makegood::ports
