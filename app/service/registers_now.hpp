// This register among those that share the store's budget: what it may spend without asking, and when its hub
// was heard.
#pragma once
#include "app/core/budget/rights_register.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

struct PotNow {
    core::budget::PotId id;
    core::budget::PotLimit limit;              // as the hub said last; of a lone register, the owner's
    core::budget::Amount granted, held, used;  // so far; may be spent now; by gestures, less what came back
    core::budget::Amount promised;             // beyond what is granted: in force with the hub's next answer
    core::budget::Amount presumed;             // of epochs that are over: counts as spent
    bool running = false;                      // its period is today's
};

struct RegistersNow {
    std::string device;
    bool shared = false;  // there is a hub; else this register is its own
    std::uint32_t epoch = 1, hub_epoch = 0;
    bool frozen = false;           // its folder was put back from a copy, and that still holds money back
    std::string frozen_why;        // with the way out; empty unless frozen
    std::optional<Instant> heard;  // from the hub, since this program began
    std::vector<PotNow> pots;      // those of today first, then the latest period first
    std::string period;            // that is running; empty: no budget is set
    Money available;               // of it, here and now
    Money in_force, still_out;     // of it: the limit, and what is out beyond it
    bool waits_for_hub = false;    // something was promised or given back, and takes effect with its answer
};
Result<RegistersNow> registers_now(Desk& desk);

}  // namespace makegood::service
