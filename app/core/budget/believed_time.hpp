// What a register believes of the time. A clock can be set back, jump or be dead; money must not be had twice
// by it and nobody's right may end on its word alone.
#pragma once
#include <cstdint>

#include "app/base/time_values.hpp"

namespace makegood::core::budget {

// Up to `until`, all is recorded and believed. `doubted`: the clock then jumped far ahead, and neither head
// office nor a person has said that it is right.
struct BelievedTime {
    Instant until;
    bool doubted = false;
    friend bool operator==(const BelievedTime&, const BelievedTime&) = default;
};

enum class ClockState : std::uint8_t { right, behind, ahead };

// A clock is behind when it is more than two minutes before what is believed, and ahead when more than seven
// days lie between: a shop that was closed longer confirms the date once.
ClockState judge(const BelievedTime& believed, Instant now);

// The time whose money is spent and from which a voucher is good: a clock that went back does not bring back
// the money of a day that is over.
Instant time_of_money(const BelievedTime& believed, Instant now);

}  // namespace makegood::core::budget
