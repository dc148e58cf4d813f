// How this register stands with its store's hub or with head office, and who may join it to one.
#pragma once
#include <optional>
#include <string>

#include "app/service/desk.hpp"

namespace makegood::service {

struct HubMembership {
    enum class State : std::uint8_t {
        alone,        // nobody knows it
        asking,       // it shows its code and has no answer yet
        waits,        // for a person who compares the six digits there
        joined,       // it counts
        turned_away,  // a person said no, or the hub did not know it any more
        expired,      // nobody said anything in time
    };
    State state = State::alone;
    std::string address;
    std::string digits;                             // while it waits: six
    std::optional<Instant> since;                   // when it asked, while it waits; then when it was let in
    std::optional<Instant> until;                   // while it waits: when that ends
    std::optional<Instant> heard, unreached_since;  // by this process
    std::uint64_t unsent = 0;                       // events that were not taken over there
    bool is_member() const { return state == State::joined; }
};

// refused: only the owner joins a register to a hub, or gives that up.
Result<> may_join_hub(Desk& desk, const PersonId& by);

}  // namespace makegood::service
