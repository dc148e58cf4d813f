#include "db/terminal/plain_sqlite.hpp"

#include "db/engine/sqlite_error.hpp"

namespace makegood::db::terminal {

tl::unexpected<Error> plain_damage(const PlainFile& file, std::string detail) {
    return fail(ErrorKind::failed, file.what + " " + file.path + " is damaged. " + file.way_out,
                std::move(detail));
}

tl::unexpected<Error> plain_trouble(sqlite3* database, const PlainFile& file) {
    const int code = database != nullptr ? sqlite3_extended_errcode(database) : SQLITE_NOMEM;
    const std::string detail = database != nullptr ? sqlite3_errmsg(database) : "no memory";
    Error error = engine::error_of(code, detail, file.path);
    const bool damaged =
        (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_ERROR;
    if (damaged) error.sentence = plain_damage(file, {}).value().sentence;
    return fail(std::move(error));
}

Result<SqliteHandle> open_plain(const std::string& uri, int flags, const PlainFile& file) {
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(uri.c_str(), &raw, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteHandle database(raw);
    if (code != SQLITE_OK) return plain_trouble(raw, file);
    sqlite3_extended_result_codes(raw, 1);
    return database;
}

Result<> run_on(sqlite3* database, const char* sql, const PlainFile& file) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return plain_trouble(database, file);
}

Result<SqliteStatement> prepared(sqlite3* database, const char* sql, const PlainFile& file) {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) == SQLITE_OK)
        return SqliteStatement(raw);
    return plain_trouble(database, file);
}

Result<> run(sqlite3_stmt* statement, const PlainFile& file) {
    if (sqlite3_step(statement) == SQLITE_DONE) {
        sqlite3_reset(statement);
        return {};
    }
    auto error = plain_trouble(sqlite3_db_handle(statement), file);
    sqlite3_reset(statement);
    return error;
}

Result<std::int64_t> number_from(sqlite3* database, const char* sql, const PlainFile& file) {
    const auto number = prepared(database, sql, file);
    if (!number) return fail(number.error());
    if (sqlite3_step(number->get()) != SQLITE_ROW) return plain_trouble(database, file);
    return sqlite3_column_int64(number->get(), 0);
}

Result<std::int64_t> version_of(sqlite3* database, const PlainFile& file) {
    return number_from(database, "PRAGMA user_version", file);
}

std::string uri_of(const std::string& path) {
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

std::string finished_uri_of(const std::string& path) {
    return uri_of(path) + "?immutable=1";
}

}  // namespace makegood::db::terminal
