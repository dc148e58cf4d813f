#include "db/engine/sqlite_error.hpp"

#include <sqlite3.h>

#include <catch2/catch.hpp>

namespace makegood {

TEST_CASE("each way in which SQLite fails is a sentence with a way out") {
    struct Case {
        int code;
        ErrorKind kind;
        const char* sentence;
    };
    for (const auto& [code, kind, sentence] :
         {Case{SQLITE_FULL, ErrorKind::failed,
               "The disk is full: nothing was recorded. Free some space on the disk of /shop, then do it "
               "again."},
          Case{SQLITE_READONLY, ErrorKind::failed,
               "The folder /shop is read-only or can't be opened. Give this user the right to write there, "
               "or name "
               "another folder."},
          Case{SQLITE_READONLY_DIRECTORY, ErrorKind::failed,
               "The folder /shop is read-only or can't be opened. Give this user the right to write there, "
               "or name "
               "another folder."},
          Case{SQLITE_BUSY, ErrorKind::busy,
               "/shop/register.db is in use by another program. Close that program, then do it again."},
          Case{SQLITE_CORRUPT_INDEX, ErrorKind::failed,
               "/shop/register.db is damaged. Keep a copy of its folder, look with `makegood journal "
               "verify`, and "
               "restore the last backup."},
          Case{SQLITE_NOTADB, ErrorKind::failed,
               "/shop/register.db is damaged. Keep a copy of its folder, look with `makegood journal "
               "verify`, and "
               "restore the last backup."}}) {
        const auto error = db::engine::error_of(code, "SQLite's words", "/shop/register.db");
        CHECK(error.kind == kind);
        CHECK(error.sentence == sentence);
        CHECK_THAT(error.detail, Catch::Contains("SQLite's words"));
    }
    for (const int code : {SQLITE_IOERR_READ, SQLITE_NOMEM, SQLITE_ERROR, SQLITE_MISUSE})
        CHECK_THAT(db::engine::error_of(code, "", "register.db").sentence, Catch::EndsWith("."));
}

TEST_CASE("only a failed sync is a failed sync") {
    CHECK(db::engine::is_failed_sync(SQLITE_IOERR_FSYNC));
    CHECK(db::engine::is_failed_sync(SQLITE_IOERR_DIR_FSYNC));
    CHECK_FALSE(db::engine::is_failed_sync(SQLITE_IOERR_WRITE));
    CHECK_FALSE(db::engine::is_failed_sync(SQLITE_FULL));
}

}  // namespace makegood
