// Brings head office's tables up to one understood event.
#pragma once
#include "app/ports/event.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::server {

// Inside the transaction that stores the event. `device` is the row of the register. An event about
// something that is not in the tables (what it refers to was set aside) changes nothing.
void project(engine::Connection& connection, std::int64_t device, std::uint32_t epoch,
             const ports::RecordedEvent& event);

}  // namespace makegood::db::server
