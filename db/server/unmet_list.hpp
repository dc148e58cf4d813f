// The lists of what was asked for and not there, from head office's tables.
#pragma once
#include "app/ports/receiver_store.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::server {

// By store and currency; throws what SQLite throws.
std::vector<ports::StoreUnmet> read_unmet(engine::Connection& connection, Instant now,
                                          const ports::DayInZone& day_in_zone);

}  // namespace makegood::db::server
