// The bytes of an event. Made by app/wire, used by db, joined in app/main.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/result.hpp"
#include "app/ports/past_events.hpp"

namespace makegood::ports {

// What surrounds an event in the journal.
struct EventHead {
    DeviceId device;
    std::uint32_t epoch = 1;
    std::uint64_t sequence = 0;  // from 1, gapless within the epoch
    std::string previous_hash;   // 64 hexadecimal digits; zeros for the first
};

struct EventCodec {
    // JSON text on one line, at most 256 KiB; fixed order of keys, integers only.
    std::function<std::string(const EventHead&, const Stamp&, const Event&)> encode;
    // bad_input for text that is not an event of a known version.
    std::function<Result<std::pair<EventHead, RecordedEvent>>(std::string_view)> decode;
    // The same much quicker, for whoever runs cases again: offers are left out, and all that is about paper.
    std::function<Result<std::optional<Happened>>(std::string_view)> decode_past;
};

}  // namespace makegood::ports
