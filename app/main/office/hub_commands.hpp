// What the owner does at a store's hub.
#pragma once
#include "app/main/office/head_office.hpp"
#include "app/server/receiver/rights_counter.hpp"
#include "db/server/receiver_database.hpp"

namespace makegood::main {

// Sets the limit where one is given; answers how the money stands: in force, out, free, and still out beyond
// a limit that was lowered. bad_input: an amount, currency or zone that is none; refused: a currency that is
// not that of the store's registers.
Result<std::string> carry_out_budget(const BudgetCommand& command, server::receiver::RightsCounter& rights,
                                     db::server::ReceiverDatabase& store);
Result<std::string> carry_out_replacement(const ReplaceHubCommand& command,
                                          server::receiver::RightsCounter& rights);

}  // namespace makegood::main
