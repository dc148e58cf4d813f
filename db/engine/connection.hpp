// The one connection to one SQLite file. It alone writes and checkpoints the file: SQLite 3.7.0 to 3.51.2
// can lose a commit when one connection checkpoints while another commits (the WAL-reset bug).
#pragma once
#include <SQLiteCpp/Database.h>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "app/base/result.hpp"
#include "db/engine/query.hpp"

namespace makegood::db::engine {

// A text that is part of the program, so that its address stands for it.
class Literal {
  public:
    consteval Literal(const char* text) : text_(text) {}
    const char* text() const { return text_; }

  private:
    const char* text_;
};

struct OpenOptions {
    std::string vfs;                       // empty: the machine's own
    std::int32_t checkpoint_pages = 1000;  // the log is written back when it is this long
};

// WAL, synchronous=FULL, locking_mode=EXCLUSIVE, own checkpoints; read back and checked after opening and
// after each checkpoint. One thread at a time. Closing checkpoints, so that a copied file is whole, and cuts
// the log, so that nothing that was deleted is left in it.
class Connection {
  public:
    // `path` may be ":memory:". failed: network disk, hard link, read-only, damaged; busy: another process.
    static Result<std::unique_ptr<Connection>> open(const std::string& path, const OpenOptions& options = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // A statement, prepared once and kept. Never two uses of one text at a time.
    Query query(Literal sql);
    // Statements that are not kept, for migrations.
    void execute(const std::string& sql);

    // Calls `body`, which answers a Result, and turns what SQLite throws into an Error.
    template <class Body>
    std::invoke_result_t<Body> guarded(Body&& body);

    // BEGIN IMMEDIATE, `body`, COMMIT: durable when it answers. Rolled back when `body` fails or throws.
    // After a failed sync every further call fails until the file is opened anew. Inside another one it is
    // part of that one, which has to fail when this does.
    template <class Body>
    Result<> transaction(Body&& body);

    // Writes the log back into the file and empties it.
    Result<> checkpoint();

    const std::string& path() const { return path_; }
    // For statements whose text is made at run time.
    SQLite::Database& database() { return database_; }

  private:
    Connection(const std::string& path, const OpenOptions& options);
    Result<> set_up();
    Result<> check_pragmas();
    Error taken_down(const SQLite::Exception& exception);
    Result<> usable() const;
    void roll_back();
    Result<> after_commit();
    Result<> write_back(const char* pragma);

    std::string path_;
    OpenOptions options_;
    std::int32_t log_pages_ = 0;  // of the write-ahead log, told by SQLite after each commit
    bool sync_failed_ = false;
    bool in_transaction_ = false;
    SQLite::Database database_;
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements_;  // by a literal's text()
};

template <class Body>
std::invoke_result_t<Body> Connection::guarded(Body&& body) {
    try {
        return body();
    } catch (const SQLite::Exception& exception) {
        return fail(taken_down(exception));
    }
}

template <class Body>
Result<> Connection::transaction(Body&& body) {
    MAKEGOOD_TRY(usable());
    if (in_transaction_) return guarded(body);
    struct Inside {
        bool& flag;
        explicit Inside(bool& given) : flag(given) { flag = true; }
        ~Inside() { flag = false; }
    };
    const auto outcome = guarded([&]() -> Result<> {
        const Inside inside(in_transaction_);
        query("BEGIN IMMEDIATE").run();
        MAKEGOOD_TRY(body());
        query("COMMIT").run();
        return {};
    });
    if (!outcome) {
        roll_back();
        return outcome;
    }
    return after_commit();
}

}  // namespace makegood::db::engine
