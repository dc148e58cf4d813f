// A folder that was put back from an older copy shows itself by its boot marker (core::budget::BootMarker).
// What is left of the money then nobody knows: at a store's hub the register waits to be seen; alone it takes
// all of the running periods as spent, the store's and those of limits, until they end or the owner says how
// much it was.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

// At every start, before anything is spent. `outside`: what the file outside the folder says; nullopt: there
// is none. Answers what it is to say from now on; nullopt: as before, for nothing can be written here now.
Result<std::optional<std::uint64_t>> renew_rights_marker(Desk& desk, std::optional<std::uint64_t> outside);

// What a person should know, with the way out. Empty: this folder is no copy, or it does not matter any more.
Result<std::string> copy_warning(Desk& desk);

// What may still be spent of the period where this register is its own hub and something counts as spent that
// it does not know of; nullopt: all that is left of the limit.
Result<std::optional<core::budget::Amount>> left_after_copy(Desk& desk, const core::budget::Period& period);

// The owner has looked: so much was given of the running period altogether, whatever this folder knows. The
// rest of the budget may be given again, and of limits all but what this folder knows of. refused: nothing is
// presumed here, or `by` may not set budgets.
Result<core::budget::Period> settle_copy(Desk& desk, Money given, const PersonId& by);

}  // namespace makegood::service
