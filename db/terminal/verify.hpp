// Proves that a journal is as it was written (I5).
#pragma once
#include <cstdint>
#include <string>

#include "db/terminal/head_mark.hpp"
#include "db/terminal/journal.hpp"

namespace makegood::db::terminal {

struct VerifyReport {
    std::uint64_t events = 0;  // good ones, from the first on
    std::string head;          // hash of the last good one, 64 digits; zeros when there is none
    std::string problem;       // the first place that is wrong, in words; empty: all is as it was written
};

// Walks all events: gapless, each hash, each link to the one before, each decodes and is this device's, the
// end authentic, and not older than the mark outside the database.
Result<VerifyReport> verify_journal(engine::Connection& connection, const ports::EventCodec& codec,
                                    const DeviceSigner& device, const std::filesystem::path& folder);

// The same for a folder whose store can't be opened any more. Takes the folder for as long as it looks.
// not_found: there is no journal.
Result<VerifyReport> verify_folder(const std::filesystem::path& folder, const ports::EventCodec& codec,
                                   const std::string& program);

}  // namespace makegood::db::terminal
