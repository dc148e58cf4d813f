// What head office knows as one JSON document.
#pragma once
#include <string>

#include "app/server/receiver/view.hpp"

namespace makegood::server::receiver {

// {"time", "stores": [one entry a register: "store", "store_id", "register", "device", "revoked",
//   "last_heard" (null: never), "silent" (not heard for 24 hours), "events",
//   "incidents" {"stock_out", "failure", "delight", "closed_without"},
//   "recoveries" {"given", "undone"},
//   "money" {"currency", "cost", "worth", "reserved", "spent"} in minor units,
//   "vouchers" {"drafted", "issued", "redeemed", "voided", "expired"},
//   "missing" [{"article", "name", "times"}]],
//  "unmet": the last 30 days of each store, as unmet_json has it,
//  "waiting": registers to be confirmed, as waiting_json has it; "hub": of a store's hub, as hub_json has it,
//  "exception_count", "exceptions": [{"kind", "device", "epoch", "sequence", "sentence", "first_seen",
//  "times"}]}
std::string summary(const View& view, Instant now);

// Not heard from for 24 hours, or never.
bool is_silent(const ports::RegisterOverview& entry, Instant now);

}  // namespace makegood::server::receiver
