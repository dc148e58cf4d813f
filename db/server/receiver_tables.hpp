// Head office's tables, made anew from the events where an earlier version made them.
#pragma once
#include "app/ports/event_codec.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::server {

// In one transaction; does nothing when the tables are of this version. After it, what was received before
// this version knew what to do with it counts as if it came now, and is no exception any more. What is not
// the next event of the register that sent it stays one.
Result<> bring_tables_up(engine::Connection& connection, const ports::EventCodec& codec);

}  // namespace makegood::db::server
