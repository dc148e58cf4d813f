// The parts of a register's journal that are over: a register that was restored, copied, or joined a store's
// hub goes on in a new epoch, and what it had not sent by then is still to be sent.
#pragma once
#include <cstdint>
#include <vector>

#include "app/base/result.hpp"
#include "app/ports/store.hpp"

namespace makegood::ports {

// Used by the thread that owns the store.
class EndedEpochs {
  public:
    virtual ~EndedEpochs() = default;
    // Where each of them ended, the oldest first.
    virtual Result<std::vector<JournalMark>> ends() = 0;
    // As Store has them, of one epoch.
    virtual Result<std::vector<StoredEvent>> segment(std::uint32_t epoch, std::uint64_t first,
                                                     std::size_t limit) = 0;
    virtual Result<std::uint64_t> acknowledged(std::uint32_t epoch) = 0;
    virtual Result<> set_acknowledged(std::uint32_t epoch, std::uint64_t sequence) = 0;
};

}  // namespace makegood::ports
