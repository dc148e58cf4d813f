// One SQLite file with what was learnt from receipts: counts by article number.
#pragma once
#include "db/terminal/plain_sqlite.hpp"

namespace makegood::db::terminal {

inline PlainFile learnt_file(std::string path) {
    return {std::move(path), "What was learnt from receipts, in the file",
            "Import the receipts again, the first of them with --anew."};
}

inline constexpr const char* create_learnt = R"(
    CREATE TABLE article(
        id         INTEGER PRIMARY KEY,
        number     TEXT NOT NULL UNIQUE,
        households INTEGER NOT NULL      -- that bought it
    ) STRICT;
    CREATE TABLE pair(                   -- of two articles of a kind that were bought at different times
        a INTEGER NOT NULL, b INTEGER NOT NULL,
        households INTEGER NOT NULL,
        PRIMARY KEY (a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE import(
        print      INTEGER PRIMARY KEY,  -- of all its lines: the same receipts are known again
        lines      INTEGER NOT NULL,
        households INTEGER NOT NULL      -- that it knew as such
    ) STRICT;
    PRAGMA user_version = 1;
)";

}  // namespace makegood::db::terminal
