// The journal of a store that another thread owns.
#pragma once
#include <functional>

#include "app/ports/sync_link.hpp"

namespace makegood::sync {

class StoreLink final : public ports::SyncLink {
  public:
    // Runs what it is given on the thread that owns the store and returns when that is done.
    using OnOwner = std::function<void(const std::function<void()>&)>;

    // `store` outlives the link. An empty `on_owner`: this thread owns the store.
    StoreLink(ports::Store& store, OnOwner on_owner) : store_(store), on_owner_(std::move(on_owner)) {}

    Result<Facts> facts() override;
    Result<std::vector<ports::StoredEvent>> segment(std::uint64_t first, std::size_t limit) override;
    Result<> set_acknowledged(std::uint64_t sequence) override;

  private:
    template <class Ask>
    auto ask(Ask question);

    ports::Store& store_;
    OnOwner on_owner_;
};

}  // namespace makegood::sync
