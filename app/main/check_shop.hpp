// Whether a shop's files fit what it has recorded.
#pragma once
#include "app/config/settings.hpp"

namespace makegood::main {

// The currency of the journal stands: amounts are kept in its minor units. bad_input.
Result<> check_currency(const config::ShopFile& file, const Currency& recorded,
                        const std::filesystem::path& folder);

}  // namespace makegood::main
