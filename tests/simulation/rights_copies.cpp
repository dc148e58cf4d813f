// Registers put back from an older copy, and copied onto other machines.
#include "tests/simulation/rights_world.hpp"

namespace makegood::simulation {
namespace {

constexpr std::size_t most_machines = 36, most_backups = 4;

}  // namespace

void World::copy_something() {
    const auto at = any_machine();
    const auto what = dice_.below(4);
    if (what < 2) return back_up(at);
    if (what == 2) return restore_something();
    if (machines_.size() < most_machines && !machines_[at].switched_off) clone(at);
}

std::vector<std::pair<PotId, Amount>> World::rights_of(const Machine& machine) const {
    std::vector<std::pair<PotId, Amount>> rights;
    if (machine.book().frozen) return rights;
    for (const auto& pot : machine.book().pots) rights.emplace_back(pot.id, machine.right_in(pot));
    return rights;
}

void World::back_up(std::size_t at) {
    if (backups_.size() == most_backups) backups_.pop_front();
    backups_.push_back({at, machines_[at].backup(), rights_of(machines_[at])});
}

// A copy that found out by itself spends nothing.
void World::allow_for(const Machine& copy, const std::vector<std::pair<PotId, Amount>>& rights) {
    auditor_.suspected(copy.book().device);
    counts_.frozen += copy.book().frozen;
    if (copy.started_as_copy && !copy.book().frozen)
        auditor_.accuse("a copy of " + copy.book().device.text() + " was not found at its start");
    if (copy.book().frozen) return;
    for (const auto& [pot, right] : rights)
        auditor_.copied(copy.book().device, copy.book().epoch, pot, right);
}

void World::restore_something() {
    if (backups_.empty()) return;
    const auto any = static_cast<std::size_t>(dice_.below(static_cast<std::int64_t>(backups_.size())));
    const auto& backup = dice_.percent(60) ? backups_.back() : backups_[any];
    auto& machine = machines_[backup.machine];
    machine.restore(backup.disk.copy());
    allow_for(machine, backup.rights);
    ++counts_.restored;
}

void World::clone(std::size_t at) {
    const auto& original = machines_[at];
    const auto rights = rights_of(original);
    machines_.emplace_back(original, dice_.percent(30), dice_.percent(50));
    accepted_.push_back(0);
    allow_for(machines_.back(), rights);
    ++counts_.cloned;
}

}  // namespace makegood::simulation
