// A second memory of where the journal ends, outside the database: a database file that was put back from
// an older copy stands behind it.
#pragma once
#include <filesystem>

#include "db/terminal/journal.hpp"

namespace makegood::db::terminal {

class HeadMark {
  public:
    HeadMark(std::filesystem::path file, const Key& key) : file_(std::move(file)), key_(key) {}

    // failed: the journal ends before the mark, or has another event at its place. A mark that is missing
    // or unreadable says nothing.
    Result<> check(engine::Connection& connection) const;
    // Durable; only after the event it names is.
    Result<> set(const ports::JournalMark& mark);

  private:
    std::optional<ports::JournalMark> read() const;

    std::filesystem::path file_;
    Key key_;
    std::int64_t written_ = 0;  // the place of what was noted last
};

}  // namespace makegood::db::terminal
