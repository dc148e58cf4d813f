// Sorts a segment against what was received before: what is new, what is known, what is out of place.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/ports/event_codec.hpp"
#include "app/ports/receiver_store.hpp"
#include "app/wire/messages.hpp"

namespace makegood::server::receiver {

struct Intake {
    std::vector<ports::ReceivedEvent> events;  // new, continuing what is there
    std::vector<ports::Exception> exceptions;
    ports::JournalMark mark;  // once those are stored
    std::string conflict;     // why nothing after the mark is taken; empty when the whole segment is
};

using HashOf = std::function<Result<std::optional<std::string>>(std::uint64_t sequence)>;

// An event that can't be decoded is stored at its place and set aside: the next one's hash still vouches for
// its bytes. One that contradicts or does not continue the chain ends the intake, and is kept apart.
Result<Intake> sort_in(const wire::Segment& segment, const ports::EnrolledDevice& device,
                       const ports::JournalMark& mark, const HashOf& hash_of, const ports::EventCodec& codec,
                       Instant now);

}  // namespace makegood::server::receiver
