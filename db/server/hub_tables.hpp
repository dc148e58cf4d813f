// A hub's book and rules as rows.
#pragma once
#include "app/ports/hub_store.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::server {

// Inside Connection::guarded.
ports::HubState read_hub(engine::Connection& connection);
// Inside a transaction: the rows in which they differ.
void write_hub(engine::Connection& connection, const ports::HubState& before, const ports::HubState& after);

}  // namespace makegood::db::server
