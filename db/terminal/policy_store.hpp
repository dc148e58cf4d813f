// The policy documents of a register in its database.
#pragma once
#include "app/ports/policy_shelf.hpp"
#include "db/terminal/journal.hpp"

namespace makegood::db::terminal {

// One thread at a time, the store's. All outlive it; the connection has the register's tables.
class PolicyStore final : public ports::PolicyShelf {
  public:
    PolicyStore(engine::Connection& connection, const ports::EventCodec& codec, const DeviceSigner& device)
        : connection_(connection), journal_(connection, codec, device) {}

    Result<std::optional<ports::PolicyRow>> in_force() override;
    Result<std::vector<ports::PolicyRow>> history(std::size_t most) override;
    Result<std::optional<ports::SignedText>> text(const std::string& digest) override;
    Result<> keep(const ports::SignedText& document) override;
    Result<bool> somebody_is_served(Instant since) override;

  private:
    engine::Connection& connection_;
    Journal journal_;  // to read in
};

}  // namespace makegood::db::terminal
