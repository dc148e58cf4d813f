// What an owner, or the day's course, does to a hub's book. Commit it afterwards.
#pragma once
#include "app/core/budget/rights_hub.hpp"

namespace makegood::core::budget {

// At every start of a hub, before it answers anybody; see renew_marker. False: its book is a copy that was
// put back; it grants nothing more until replace_hub.
bool start(HubBook& book, std::optional<std::uint64_t> outside, std::uint64_t fresh);

// A period begins for this limit, or the limit changes. Lowering it below what is out grants nothing more and
// calls rights back; raising takes effect at once. False: the period is forgotten. Amounts >= 0.
bool set_limit(HubBook& book, const PotId& id, const PotLimit& limit);

// Nothing of this period is granted any more; what registers say of it is still taken in.
void end_period(HubBook& book, std::string_view period);
// Long after its end, when no register has anything to say about it.
void forget_period(HubBook& book, std::string_view period);

// A register that has no rights yet. Once more for the same device: nothing changes.
void enrol(HubBook& book, const DeviceId& device);
// Refused at its next message. What it holds stays presumed spent.
void revoke(HubBook& book, const DeviceId& device);
// The owner has looked at a register of which copies were found: it is granted rights again.
void trust(HubBook& book, const DeviceId& device);

// Rights of an epoch that is over. Writing them off settles them as spent: they are no longer shown as open,
// and no money comes back; who wants to give it once more raises the limit. False: there are none, or the
// epoch goes on.
bool write_off(HubBook& book, const PotId& pot, const DeviceId& device, std::uint32_t epoch);
// Every journal that went on in that epoch was found and no register can go on in it any more: `used` is what
// they spent together. The rest comes back. False: there are none, the epoch goes on, or less than this is
// out.
bool settle(HubBook& book, const PotId& pot, const DeviceId& device, std::uint32_t epoch, const Amount& used);

// The owner names a new hub in place of one that is lost. `running`: every pot of which the lost hub may have
// given out rights, with the highest limit that was ever in force in it: what registers do not say that they
// hold of it is frozen, for that period only. `devices` keep the rights that they hold; each tells them once.
struct LostPot {
    PotId id;
    PotLimit limit, highest;
};
HubBook replace_hub(std::uint32_t lost_hub_epoch, std::span<const DeviceId> devices,
                    std::span<const LostPot> running);

}  // namespace makegood::core::budget
