// What sending a journal to head office asks of the register. Called from the thread that sends, between
// its requests; an implementation goes over to the thread that owns the store and waits for it.
#pragma once
#include <cstdint>
#include <vector>

#include "app/base/result.hpp"
#include "app/ports/store.hpp"

namespace makegood::ports {

class SyncLink {
  public:
    virtual ~SyncLink() = default;
    // Whose journal it is and its newest event.
    struct Facts {
        DeviceId device;
        std::uint32_t epoch = 1;
        std::uint64_t last = 0;  // 0: empty
        std::string head_hash;   // zeros when empty
        std::uint64_t acknowledged = 0;
    };
    virtual Result<Facts> facts() = 0;
    // Stored events from `first` on, at most `limit` and 256 KiB (one at least, none after the last).
    virtual Result<std::vector<StoredEvent>> segment(std::uint64_t first, std::size_t limit) = 0;
    // Head office has all events up to this one, durably. Only grows.
    virtual Result<> set_acknowledged(std::uint64_t sequence) = 0;
};

}  // namespace makegood::ports
