// The past of a register, out of its database. Whether somebody changed the journal is looked at elsewhere
// (self_check.hpp): nothing is decided by what is read here.
#pragma once
#include "app/ports/past_events.hpp"
#include "db/terminal/journal.hpp"

namespace makegood::db::terminal {

// One thread at a time, the store's. All outlive it; the connection has the register's tables.
class PastStore final : public ports::PastEvents {
  public:
    PastStore(engine::Connection& connection, const ports::EventCodec& codec)
        : connection_(connection), codec_(codec) {}

    Result<std::optional<ports::JournalPlace>> reported_since(Instant since) override;
    Result<Slice> happened(const ports::JournalPlace& from, std::size_t limit) override;
    Result<ports::ShelfThen> shelf_before(const ports::JournalPlace& place) override;
    Result<Gifts> given_between(const ports::JournalPlace& from, const ports::JournalPlace& end,
                                std::size_t limit) override;

  private:
    engine::Connection& connection_;
    ports::EventCodec codec_;
};

}  // namespace makegood::db::terminal
