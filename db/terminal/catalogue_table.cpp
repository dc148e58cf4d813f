#include "db/terminal/catalogue_table.hpp"

#include "db/engine/sqlite_error.hpp"

namespace makegood::db::terminal {

tl::unexpected<Error> catalogue_trouble(sqlite3* database, const std::string& path) {
    const int code = database != nullptr ? sqlite3_extended_errcode(database) : SQLITE_NOMEM;
    const std::string detail = database != nullptr ? sqlite3_errmsg(database) : "no memory";
    Error error = engine::error_of(code, detail, path);
    const bool damaged =
        (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_ERROR;
    if (damaged)
        error.sentence = "The catalogue file " + path +
                         " is damaged. Delete it and import the shop's whole export file again.";
    return fail(std::move(error));
}

Result<SqliteHandle> open_catalogue(const std::string& uri, int flags, const std::string& path) {
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(uri.c_str(), &raw, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteHandle database(raw);
    if (code != SQLITE_OK) return catalogue_trouble(raw, path);
    sqlite3_extended_result_codes(raw, 1);
    return database;
}

Result<> run_on(sqlite3* database, const char* sql, const std::string& path) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return catalogue_trouble(database, path);
}

Result<SqliteStatement> prepared(sqlite3* database, const char* sql, const std::string& path) {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) == SQLITE_OK)
        return SqliteStatement(raw);
    return catalogue_trouble(database, path);
}

std::string catalogue_uri(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%')
            uri += "%25";
        else if (c == '?')
            uri += "%3f";
        else if (c == '#')
            uri += "%23";
        else
            uri += c;
    }
    return uri;
}

}  // namespace makegood::db::terminal
