#include "db/engine/connection.hpp"

#include <sqlite3.h>

#include "db/engine/file_rules.hpp"
#include "db/engine/sqlite_error.hpp"

namespace makegood::db::engine {
namespace {

constexpr int busy_wait_ms = 0;  // the owner of a folder never lets go: waiting would only hide it
constexpr int open_flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;

int note_log_pages(void* log_pages, sqlite3*, const char*, int pages) {
    *static_cast<std::int32_t*>(log_pages) = pages;
    return SQLITE_OK;
}

}  // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, const OpenOptions& options) {
    if (path != ":memory:") MAKEGOOD_TRY(check_database_place(path));
    try {
        std::unique_ptr<Connection> connection(new Connection(path, options));
        MAKEGOOD_TRY(connection->set_up());
        return connection;
    } catch (const SQLite::Exception& exception) {
        return fail(error_of(exception.getExtendedErrorCode(), exception.what(), path));
    }
}

Connection::Connection(const std::string& path, const OpenOptions& options)
    : path_(path), options_(options), database_(path, open_flags, busy_wait_ms, options.vfs) {}

Connection::~Connection() {
    if (!sync_failed_) (void)write_back("PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite3_wal_hook(database_.getHandle(), nullptr, nullptr);
}

Result<> Connection::set_up() {
    sqlite3* handle = database_.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // Exclusive before the first look into the file: then the log's index lives in our memory and no
    // second process can even read.
    database_.exec("PRAGMA locking_mode=EXCLUSIVE");
    database_.exec("PRAGMA page_size=1024");  // a commit touches a dozen pages and logs each whole
    database_.exec("PRAGMA journal_mode=WAL");
    database_.exec("PRAGMA synchronous=FULL");
    database_.exec("PRAGMA wal_autocheckpoint=0");
    database_.exec("PRAGMA cell_size_check=ON");
    database_.exec("PRAGMA secure_delete=ON");       // what is deleted is overwritten: it may be a name
    database_.exec("PRAGMA recursive_triggers=ON");  // or REPLACE would slip past "append only"
    database_.exec("PRAGMA temp_store=MEMORY");
    database_.exec("BEGIN IMMEDIATE");  // takes the lock now, not at the first commit
    database_.exec("COMMIT");
    sqlite3_wal_hook(handle, note_log_pages, &log_pages_);
    return check_pragmas();
}

// A disk that is full or read-only makes SQLite stay in another mode and say nothing.
Result<> Connection::check_pragmas() {
    const auto value = [&](const char* pragma) { return database_.execAndGet(pragma).getString(); };
    const std::string journal = value("PRAGMA journal_mode");
    if (journal == (path_ == ":memory:" ? "memory" : "wal") && value("PRAGMA synchronous") == "2" &&
        value("PRAGMA locking_mode") == "exclusive" && value("PRAGMA secure_delete") == "1")
        return {};
    return fail(ErrorKind::failed,
                path_ +
                    " can't be written safely: its disk is full, read-only or of an unusual kind. Free some "
                    "space there, or name another folder.",
                "journal_mode=" + journal);
}

Query Connection::query(Literal sql) {
    auto& statement = statements_[sql.text()];
    if (!statement) statement = std::make_unique<SQLite::Statement>(database_, sql.text());
    return Query(*statement);
}

void Connection::execute(const std::string& sql) {
    database_.exec(sql);
}

Error Connection::taken_down(const SQLite::Exception& exception) {
    if (is_failed_sync(exception.getExtendedErrorCode())) sync_failed_ = true;
    return error_of(exception.getExtendedErrorCode(), exception.what(), path_);
}

Result<> Connection::usable() const {
    if (!sync_failed_) return {};
    return fail(
        ErrorKind::failed,
        "The disk failed while something was being recorded. Check the disk, then start the program again.",
        path_ + ": refused after a failed sync");
}

void Connection::roll_back() {
    if (sqlite3_get_autocommit(database_.getHandle()) == 0) database_.tryExec("ROLLBACK");
}

Result<> Connection::after_commit() {
    if (log_pages_ < options_.checkpoint_pages) return {};
    // What was committed is safe in the log; a checkpoint that fails now is met again at the next commit.
    (void)checkpoint();
    return {};
}

Result<> Connection::checkpoint() {
    return write_back("PRAGMA wal_checkpoint(RESTART)");
}

Result<> Connection::write_back(const char* pragma) {
    MAKEGOOD_TRY(usable());
    return guarded([&]() -> Result<> {
        database_.exec(pragma);
        log_pages_ = 0;
        return check_pragmas();
    });
}

}  // namespace makegood::db::engine
