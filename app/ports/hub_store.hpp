// The memory of a store's hub: whose rights are out, and the owner's limits.
#pragma once
#include <string>
#include <vector>

#include "app/core/budget/budget.hpp"
#include "app/core/budget/rights_hub.hpp"

namespace makegood::ports {

// In force from period to period: each gets a pot of its own with this limit.
struct HubRule {
    std::string key;  // "store"
    core::budget::Limit limit;
    friend bool operator==(const HubRule&, const HubRule&) = default;
};

// How a running pot stands in the whole store, for the screen.
struct PotAbroad {
    core::budget::PotId pot;
    core::budget::Amount out, still_out;
};
// What a hub says first.
struct HubWelcome {
    core::budget::Welcome welcome;
    std::vector<HubRule> rules;  // the owner's limits, in force from now on
    std::vector<PotAbroad> pots;
    std::string customer_secret;  // ports/customer_codes.hpp; empty: the hub has none
};

struct HubState {
    core::budget::HubBook book;
    std::vector<HubRule> rules;  // by key
    std::string time_zone;       // IANA name: when a day of this store begins; empty: not set up yet
    std::optional<CivilDate> replaced_on = {};  // this hub took the place of another
    std::string marker_file;  // where the number outside of the folder lies (BootMarker); empty: nowhere yet
};

class HubStore {
  public:
    virtual ~HubStore() = default;
    virtual Result<HubState> hub() = 0;
    // Of the store's money, as its registers told; empty: none did yet.
    virtual Result<std::string> told_currency() = 0;
    // `before`: as it was loaded. Durable in one transaction when it answers, nothing when it fails.
    virtual Result<> save_hub(const HubState& before, const HubState& after) = 0;
};

}  // namespace makegood::ports
