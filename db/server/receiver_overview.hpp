// What head office shows, read from its tables.
#pragma once
#include "app/ports/receiver_store.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::server {

// All but `unmet`; throws what SQLite throws.
ports::Overview read_overview(engine::Connection& connection);

}  // namespace makegood::db::server
