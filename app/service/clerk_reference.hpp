// By which limits know those who work here: a keyed hash of their name, so that somebody is the same at every
// register of the store, each of which gave them an id of its own, and after they left and came back.
#pragma once
#include <string>
#include <vector>

#include "app/service/desk.hpp"

namespace makegood::service {

// Letters A to Z count as small ones. Of whoever rules the machine: "console". Where no secret is kept, the
// id.
Result<std::string> clerk_reference(Desk& desk, const PersonId& by);

// Who is meant at this register; empty: they are known elsewhere alone, or left.
Result<std::vector<ports::Person>> clerks_of(Desk& desk, const std::string& reference);

// For people.
std::string clerk_name(Desk& desk, const std::string& reference);

}  // namespace makegood::service
