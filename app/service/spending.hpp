// The owner's money: show, set, and what time does to it.
#pragma once
#include "app/service/approval.hpp"
#include "app/service/clock_watch.hpp"

namespace makegood::service {

Result<core::budget::Period> show_budget(Desk& desk);
// In force at once; all that was given on the days of its period counts under it. refused: below a manager.
// needs_approval: a large raise (core::budget::is_large_raise) takes a second person who may set budgets and
// signs for it, wherever the shop has one; the console is nobody's colleague and needs none.
Result<core::budget::Period> set_budget(Desk& desk, const core::budget::Limit& limit, const PersonId& by,
                                        const std::optional<Approval>& second = {});

// Call it before rules with a looser large_raise come into force: for whoever sets budgets alone that counts
// only when core::budget::raises_add_up is over, or one owner would loosen it and then raise by any amount.
Result<> remember_large_raise(Desk& desk, Percent until_now);

// What time does: settles recoveries whose undo time is over, expires vouchers, watches the clock. Looks
// a little further through the journal, and does nothing else once it found it changed.
// Call it every few seconds and before every command.
Result<> tick(Desk& desk);

}  // namespace makegood::service
