// The number that shows a hub's folder for a copy that was put back.
#pragma once
#include <filesystem>
#include <string>

#include "app/ports/hub_store.hpp"
#include "app/server/receiver/rights_counter.hpp"

namespace makegood::main {

// At every start of a hub, before anybody is answered. `key`: the hub's own. Answers what its owner must
// know, with a way out; mostly nothing.
Result<std::string> renew_hub_marker(ports::HubStore& store, server::receiver::RightsCounter& rights,
                                     const std::string& key, const std::filesystem::path& data_folder);

}  // namespace makegood::main
