// From a book of rights before and after a step to the event that records the step.
#pragma once
#include <optional>

#include "app/ports/store.hpp"

namespace makegood::ports {

// nullopt: nothing has changed that is recorded (the marker is not). `head`: where the journal ends; a new
// epoch begins with this event and names it.
std::optional<RightsChanged> rights_change(const Rights& before, const Rights& after, std::string why,
                                           const JournalMark& head);

}  // namespace makegood::ports
