// While it lives, the power goes before a commit is durable: SQLite rolls it back.
#pragma once
#include <sqlite3.h>

#include "db/engine/connection.hpp"
#include "tests/simulation/shelf.hpp"

namespace makegood::simulation {

class TornCommit {
  public:
    TornCommit(db::engine::Connection& connection, Fate fate) : handle_(connection.database().getHandle()) {
        if (fate == Fate::torn)
            sqlite3_commit_hook(
                handle_, [](void*) { return 1; }, nullptr);
    }
    ~TornCommit() { sqlite3_commit_hook(handle_, nullptr, nullptr); }
    TornCommit(const TornCommit&) = delete;
    TornCommit& operator=(const TornCommit&) = delete;

  private:
    sqlite3* handle_;
};

}  // namespace makegood::simulation
