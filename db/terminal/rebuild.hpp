// Makes the state tables anew from the journal (I7).
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/ports/event_codec.hpp"
#include "db/engine/connection.hpp"
#include "db/terminal/projector.hpp"

namespace makegood::db::terminal {

struct RebuildReport {
    std::uint64_t events = 0;              // replayed
    std::vector<std::string> differences;  // in words, the first 100; empty: the same rows
};

// Replays the journal into tables in memory and compares them row by row with the stored ones. Nothing is
// changed.
Result<RebuildReport> check_rebuild(engine::Connection& connection, const ports::EventCodec& codec);

// The parts of it, for who goes through the journal in steps: tables in memory with no row, one event applied
// (what is wrong with it in words, or nothing), and the rows in which the stored tables are not those.
Result<std::unique_ptr<engine::Connection>> empty_tables();
std::string applied(Projector& projector, std::int64_t place, const ports::RecordedEvent& event);
std::vector<std::string> differences(engine::Connection& stored, engine::Connection& made);

// Empties the stored tables and replays the journal into them, in one transaction. failed: the journal can't
// be replayed; then they are as they were.
Result<RebuildReport> make_tables(engine::Connection& connection, const ports::EventCodec& codec);

}  // namespace makegood::db::terminal
