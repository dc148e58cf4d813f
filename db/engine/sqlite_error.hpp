// SQLite's result codes as errors for people. The only place that knows both.
#pragma once
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::db::engine {

// `code` is an extended result code (https://sqlite.org/rescode.html), `message` SQLite's own words (they
// become the detail), `path` the database file.
Error error_of(int code, std::string_view message, const std::string& path);

// Whether the code says that a sync failed: what was written before may or may not be on the disk, so
// nothing may be trusted until the file is opened anew (a second fsync would lie).
bool is_failed_sync(int code);

}  // namespace makegood::db::engine
