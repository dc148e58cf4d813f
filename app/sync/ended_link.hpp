// One epoch of a register's journal that is over, as something to send.
#pragma once
#include "app/ports/ended_epochs.hpp"
#include "app/ports/sync_link.hpp"
#include "app/sync/store_link.hpp"

namespace makegood::sync {

class EndedLink final : public ports::SyncLink {
  public:
    // `epochs` outlives the link; all is asked of it by `on_owner` (StoreLink).
    EndedLink(ports::EndedEpochs& epochs, DeviceId device, ports::JournalMark end,
              StoreLink::OnOwner on_owner)
        : epochs_(epochs), device_(std::move(device)), end_(std::move(end)), on_owner_(std::move(on_owner)) {}

    Result<Facts> facts() override;
    Result<std::vector<ports::StoredEvent>> segment(std::uint64_t first, std::size_t limit) override;
    Result<> set_acknowledged(std::uint64_t sequence) override;

  private:
    template <class Ask>
    auto ask(Ask question);

    ports::EndedEpochs& epochs_;
    DeviceId device_;
    ports::JournalMark end_;
    StoreLink::OnOwner on_owner_;
};

}  // namespace makegood::sync
