// One use of a prepared statement: values in, rows out, both from left to right.
#pragma once
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace makegood::db::engine {

// Made by Connection::query. Throws SQLite::Exception; Connection::guarded and transaction turn that into
// an Error. The statement is reset at the end, so that no read stays open behind a caller's back.
class Query {
  public:
    explicit Query(SQLite::Statement& statement) : statement_(statement) {}
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query() { statement_.tryReset(); }

    Query& bind(std::int64_t value);
    Query& bind(const std::string& text);  // not copied: must outlive the Query
    Query& bind(std::string&& text);       // copied
    Query& bind(std::nullptr_t);
    Query& bind_blob(std::string_view bytes);  // not copied

    // The next row; false after the last one.
    bool step();
    // Runs a statement that answers no rows; how many rows it changed.
    std::int64_t run();

    // The next column of the row.
    std::int64_t take_integer();
    std::string take_text();       // also of a blob; empty for NULL
    std::string_view take_view();  // likewise, not copied: good until the next step
    std::optional<std::int64_t> take_optional_integer();
    std::optional<std::string> take_optional_text();
    bool is_null() const { return statement_.isColumnNull(taken_); }  // looks only
    void skip() { ++taken_; }

  private:
    SQLite::Statement& statement_;
    int bound_ = 0;
    int taken_ = 0;
};

}  // namespace makegood::db::engine
