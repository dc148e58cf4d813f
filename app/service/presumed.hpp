// What counts as spent at a register that is its own hub because its folder was put back from an older copy:
// nobody knows what was given after the copy was made. Of the pots that the copy knows it stands with them;
// others may have been spent as well (a customer who came first after the copy), so the day is noted, and of
// any pot whose period had begun by then all counts as spent, until the owner settles it.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

// Of epochs that are over, as it stands with the pot.
core::budget::Amount presumed_spent(const ports::Rights& rights, const core::budget::PotId& id);
// The same, also of a pot that is not in the book.
Result<core::budget::Amount> presumed_spent(Desk& desk, const ports::Rights& rights,
                                            const core::budget::PotId& id,
                                            const core::budget::PotLimit& limit);

// The last day on which this folder was found to be a copy; nullopt: never, or it is settled.
Result<std::optional<CivilDate>> copy_noted(Desk& desk);
Result<> note_copy(Desk& desk, CivilDate day);
Result<> forget_copy(Desk& desk);

// Whether a limit with a running period had begun by then.
bool limits_in_doubt(const Desk& desk, CivilDate copied);

}  // namespace makegood::service
