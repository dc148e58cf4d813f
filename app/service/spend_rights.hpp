// This register's rights: what it may spend of the owner's money without asking anybody. Where it shares the
// budget with others, a store's hub grants them (hub_talk.hpp); else it is its own hub, by the same code.
#pragma once
#include "app/core/budget/limits.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

// Enrolled at a store's hub. Kept in the store's settings.
Result<bool> shares_budget(Desk& desk);
Result<> share_budget(Desk& desk, bool shares);

// The pot that is charged now. refused: no budget is set.
Result<core::budget::PotId> pot_now(Desk& desk);

// What a give of this cost and worth takes from the store's budget and from all limits that apply, to be
// committed with it; nothing for what is free. refused: one of them does not allow it, or this register does
// not hold it; `desk.short_of` then says what it lacks, for the next talk with the hub.
Result<core::budget::Taken> take_rights(Desk& desk, const core::budget::Amount& amount,
                                        const core::budget::Occasion& occasion);

// A register tells its hub of so many pots at most; of more customers it knows nothing until older ones are
// forgotten, and what costs is not given to them.
inline constexpr std::size_t most_shared_pots = 500;

// Before somebody is offered something, so that giving it is one commit: opens the pots of the limits that
// gestures of these kinds would charge, and fills them where this register is its own hub.
Result<> make_ready(Desk& desk, const core::budget::Occasion& who,
                    std::span<const core::recovery::OfferKind> kinds);

// What was given or granted in the whole store beyond a limit that was lowered since: by this register's own
// books, or as its hub said last of that period.
Result<Money> still_out_of(Desk& desk, const core::budget::Period& period);
Result<> note_still_out(Desk& desk, const std::string& period, Money still_out);

// The limit was changed by a register that is its own hub: what it holds beyond is given up.
Result<> rights_follow_limit(Desk& desk);

// Of a register that is its own hub and whose rights are frozen: it goes on in a new epoch, and all of the
// running periods counts as spent (presumed.hpp). refused: no budget is set.
Result<> begin_anew_after_copy(Desk& desk);
// To clerks, where a hub has to be asked first.
inline constexpr std::string_view frozen_until_hub =
    "This register's folder was put back from an older copy, so it spends nothing until the store's hub has "
    "seen it. Choose an option that costs nothing.";

// A number that is never drawn twice, and never 0.
std::uint64_t draw(ports::Random& random);

// Commits the step from `before` to `after`; nothing where they are the same.
Result<> commit_rights(Desk& desk, const ports::Rights& before, const ports::Rights& after, std::string why);

// Periods that ended long ago are forgotten, so that nothing of them begins again.
void forget_old_periods(const Desk& desk, core::budget::RegisterBook& book);

}  // namespace makegood::service
