// What becomes of the money of a gift whose voucher was redeemed for less than its value. Pure. Whoever keeps
// money (the register's tables, a trial in memory) asks here, so that all of them count the same.
#pragma once
#include "app/core/budget/rights_register.hpp"

namespace makegood::core::budget {

// The part of `reserved` that a voucher of `value` used up when it was redeemed for `used` (0 <= used <=
// value), rounded up: the store never counts less than it cost.
Money used_up(Money reserved, Money used, Money value);

// The same charges without `spent` of each, where it has so much: what goes back to the pots.
Taken without(Taken taken, const Amount& spent);

}  // namespace makegood::core::budget
