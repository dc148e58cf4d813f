// The epochs of a journal before the running one.
#pragma once
#include "app/ports/ended_epochs.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::terminal {

class JournalEpochs final : public ports::EndedEpochs {
  public:
    // Of the same database; both outlive it.
    JournalEpochs(engine::Connection& connection, ports::Store& store)
        : connection_(connection), store_(store) {}

    Result<std::vector<ports::JournalMark>> ends() override;
    Result<std::vector<ports::StoredEvent>> segment(std::uint32_t epoch, std::uint64_t first,
                                                    std::size_t limit) override;
    Result<std::uint64_t> acknowledged(std::uint32_t epoch) override;
    Result<> set_acknowledged(std::uint32_t epoch, std::uint64_t sequence) override;

  private:
    engine::Connection& connection_;
    ports::Store& store_;
};

}  // namespace makegood::db::terminal
