// Makes the state tables anew from the journal (I7).
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/ports/event_codec.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::terminal {

struct RebuildReport {
    std::uint64_t events = 0;              // replayed
    std::vector<std::string> differences;  // in words, the first 100; empty: the same rows
};

// Replays the journal into tables in memory and compares them row by row with the stored ones. Nothing is
// changed.
Result<RebuildReport> check_rebuild(engine::Connection& connection, const ports::EventCodec& codec);

// Empties the stored tables and replays the journal into them, in one transaction. failed: the journal can't
// be replayed; then they are as they were.
Result<RebuildReport> make_tables(engine::Connection& connection, const ports::EventCodec& codec);

}  // namespace makegood::db::terminal
