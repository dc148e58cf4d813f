// One SQLite file with the articles of a shop: plain calls, because a million rows go through them.
#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::db::terminal {

struct SqliteCloser {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using SqliteHandle = std::unique_ptr<sqlite3, SqliteCloser>;
using SqliteStatement = std::unique_ptr<sqlite3_stmt, SqliteCloser>;

// `uri` may bear parameters ("file:…?immutable=1"); `path` is what people are told.
Result<SqliteHandle> open_catalogue(const std::string& uri, int flags, const std::string& path);
// The last error of `database` for people.
tl::unexpected<Error> catalogue_trouble(sqlite3* database, const std::string& path);
Result<> run_on(sqlite3* database, const char* sql, const std::string& path);
Result<SqliteStatement> prepared(sqlite3* database, const char* sql, const std::string& path);

// A path as an SQLite URI.
std::string catalogue_uri(const std::string& path);

inline constexpr int catalogue_version = 1;
// Lists are kept as one text with this between their words.
inline constexpr char list_mark = '\x1F';

inline constexpr const char* create_catalogue = R"(
    CREATE TABLE article(
        id          INTEGER PRIMARY KEY,
        print       INTEGER NOT NULL,  -- short hash of all that follows: equal rows are not written again
        number      TEXT NOT NULL,
        gtin        INTEGER,
        name        TEXT NOT NULL,
        brand       TEXT NOT NULL,
        category    TEXT NOT NULL,     -- list, widest first
        size_words  TEXT NOT NULL,
        size_milli  INTEGER NOT NULL,
        size_pieces INTEGER NOT NULL,
        size_unit   INTEGER NOT NULL,
        price       INTEGER,
        cost        INTEGER,
        stock       INTEGER,
        place       TEXT NOT NULL,
        labels      TEXT NOT NULL,     -- list
        allergens   TEXT NOT NULL      -- list
    ) STRICT;
    CREATE UNIQUE INDEX article_by_number ON article(number);
    PRAGMA user_version = 1;
)";

// In the order of the columns above, without id.
inline constexpr const char* article_columns =
    "print, number, gtin, name, brand, category, size_words, size_milli, size_pieces, size_unit, price, "
    "cost, "
    "stock, place, labels, allergens";

}  // namespace makegood::db::terminal
