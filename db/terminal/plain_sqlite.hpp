// SQLite files that are written once and then only read (catalogues, what was learnt): plain calls, because
// millions of rows go through them.
#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>

#include "app/base/result.hpp"

namespace makegood::db::terminal {

struct SqliteCloser {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using SqliteHandle = std::unique_ptr<sqlite3, SqliteCloser>;
using SqliteStatement = std::unique_ptr<sqlite3_stmt, SqliteCloser>;

// A file as people are told of it.
struct PlainFile {
    PlainFile(std::string at) : path(std::move(at)) {}
    PlainFile(std::string at, std::string named, std::string instead)
        : path(std::move(at)), what(std::move(named)), way_out(std::move(instead)) {}
    std::string path;
    std::string what = "The catalogue file";
    std::string way_out = "Delete it and import the shop's whole export file again.";
};

// `uri` may bear parameters ("file:…?immutable=1"); empty: a nameless file that goes with its handle.
Result<SqliteHandle> open_plain(const std::string& uri, int flags, const PlainFile& file);
tl::unexpected<Error> plain_damage(const PlainFile& file, std::string detail);
// The last error of `database` for people.
tl::unexpected<Error> plain_trouble(sqlite3* database, const PlainFile& file);
Result<> run_on(sqlite3* database, const char* sql, const PlainFile& file);
Result<SqliteStatement> prepared(sqlite3* database, const char* sql, const PlainFile& file);
// Runs a statement that answers no rows, and makes it ready for the next time.
Result<> run(sqlite3_stmt* statement, const PlainFile& file);
// The only number that `sql` answers.
Result<std::int64_t> number_from(sqlite3* database, const char* sql, const PlainFile& file);
// 0: nothing was written into it yet.
Result<std::int64_t> version_of(sqlite3* database, const PlainFile& file);

// A path as an SQLite URI.
std::string uri_of(const std::string& path);
// For a finished file: it never changes, so it needs no locks.
std::string finished_uri_of(const std::string& path);

// Nobody reads the file before it is finished and synced as a whole, so SQLite need not guard each step.
inline constexpr const char* while_building =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
    "PRAGMA cache_size = -8000; PRAGMA temp_store = FILE;";

}  // namespace makegood::db::terminal
