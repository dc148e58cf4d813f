// The end of a simulated day: everything works again, each register is heard, and the sums must fit to the
// last unit.
#include <algorithm>

#include "tests/simulation/rights_world.hpp"

namespace makegood::simulation {
namespace {

constexpr std::int64_t longest_closing = 200'000;

std::string words(const Figures& figures) {
    std::string all;
    for (const auto& each : {figures.granted, figures.returned, figures.used, figures.freed})
        all += " " + std::to_string(each.cost.minor()) + "/" + std::to_string(each.worth.minor());
    return all;
}

}  // namespace

void World::close_shop() {
    network_.calm();
    trouble_.torn_percent = 0;
    calm_ = true;
    hub_cut_off_ = false;
    std::set<DeviceId> running;
    for (auto& machine : machines_) {
        machine.cut_off = false;
        machine.switched_off = !running.insert(machine.book().device).second;
    }
    const auto before = accepted_;
    for (std::int64_t at = 0; at < longest_closing && !auditor_.fault(); ++at) {
        if (network_.empty() && settled(before)) return check_sums();
        if (!network_.empty())
            deliver();
        else
            tick(any_machine());
    }
    auditor_.accuse("a register is stuck");
}

bool World::settled(const std::vector<std::int64_t>& before) const {
    for (std::size_t at = 0; at < machines_.size(); ++at) {
        const auto& machine = machines_[at];
        if (machine.switched_off) continue;
        if (accepted_[at] < before[at] + 3 || waits_for_hello(machine.book()) || machine.book().frozen)
            return false;
    }
    return true;
}

void World::check_account(const HubPot& pot, const Machine& machine) {
    const auto& book = machine.book();
    const auto* here = find(book, pot.id);
    const auto* device = find(hub_->book(), book.device);
    if (device->epoch != book.epoch) auditor_.accuse("hub and register count different epochs");
    const auto there = std::find_if(pot.accounts.begin(), pot.accounts.end(), [&](const Account& each) {
        return each.device == book.device && each.epoch == book.epoch;
    });
    const auto figures = here ? here->figures : Figures{};
    if (there == pot.accounts.end() ? figures != Figures{} : here && there->figures != figures)
        auditor_.accuse("hub and register do not agree on " + pot.id.key + " of " + pot.id.period + " at " +
                        book.device.text() + ":" +
                        words(there == pot.accounts.end() ? Figures{} : there->figures) + " and" +
                        words(figures));
}

void World::check_sums() {
    // What is undone after a hub was lost does not come back, though the customer gave it back.
    const bool honest = counts_.restored + counts_.cloned == 0, exact = counts_.hubs_lost == 0;
    for (const auto& pot : hub_->book().pots) {
        for (const auto& machine : machines_)
            if (!machine.switched_off) check_account(pot, machine);
        Amount left;
        for (const auto& each : pot.accounts) left += held(each.figures);
        if (used(pot) + left != out(pot)) auditor_.accuse("the sums of " + pot.id.key + " do not fit");
        const auto spent = auditor_.spent(pot.id);
        if (honest && (exact ? used(pot) != spent : !within(spent, used(pot))))
            auditor_.accuse("what was spent of " + pot.id.key + " of " + pot.id.period +
                            " is not what was given");
    }
    for (const auto& machine : machines_)
        for (const auto& pot : machine.book().pots)
            note(static_cast<std::uint64_t>(pot.figures.used.cost.minor()));
}

}  // namespace makegood::simulation
