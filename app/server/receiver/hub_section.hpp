// How a store's money stands, as its hub shows it.
#pragma once
#include <string>

#include "app/server/receiver/view.hpp"
#include "app/wire/json_writer.hpp"

namespace makegood::server::receiver {

// Cards of the running period and a table of what each register holds. `view.hub` is there.
std::string hub_section(const View& view, Instant now);

// {"halted", "hub_epoch", "currency", "pots": [{"key", "period", "in_force", "out", "used", "free",
// "still_out",
//   "presumed_spent", "registers": [{"device", "store", "register", "granted", "used", "held",
//   "presumed_spent", "state": "granted", "copied", "doubtful" or "revoked"}]}]}; amounts in minor units.
wire::Json hub_json(const View& view);

}  // namespace makegood::server::receiver
