// One SQLite file with the articles of a shop.
#pragma once
#include "db/terminal/plain_sqlite.hpp"

namespace makegood::db::terminal {

// 2: with the brand's tier. Files of version 1 are read, and brought up to date when they are copied.
inline constexpr int catalogue_version = 2;
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
        allergens   TEXT NOT NULL,     -- list
        tier        TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE UNIQUE INDEX article_by_number ON article(number);
    PRAGMA user_version = 2;
)";
inline constexpr const char* from_version_1 =
    "ALTER TABLE article ADD COLUMN tier TEXT NOT NULL DEFAULT ''; PRAGMA user_version = 2;";

// In the order of the columns above, without id.
inline constexpr const char* article_columns =
    "print, number, gtin, name, brand, category, size_words, size_milli, size_pieces, size_unit, price, "
    "cost, "
    "stock, place, labels, allergens, tier";
inline constexpr const char* article_columns_of_version_1 =
    "print, number, gtin, name, brand, category, size_words, size_milli, size_pieces, size_unit, price, "
    "cost, "
    "stock, place, labels, allergens, ''";

}  // namespace makegood::db::terminal
