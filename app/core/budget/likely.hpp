// How much of what is reserved is likely to be spent: not every voucher comes back.
#pragma once
#include <span>

#include "app/base/money.hpp"

namespace makegood::core::budget {

// The vouchers of one value, voided ones left out.
struct VoucherPast {
    Money value;
    std::int64_t running = 0;          // may still come back
    std::int64_t came_back = 0;        // redeemed
    std::int64_t ended = 0;            // their time is over: redeemed before it or expired
    std::int64_t ended_came_back = 0;  // those of them that were redeemed
};

// The share of vouchers of about this value (half to double) that come back: of those whose time is over, as
// many of all values and 7 in 10 believed beforehand. Young vouchers can only raise it: of those that still
// run, some are back already.
Percent comes_back(std::span<const VoucherPast> past, Money value);

// `reserved` is all that is reserved, `running` the vouchers in it; what is no voucher is spent for sure.
Money likely_spent(Money reserved, std::span<const VoucherPast> running, std::span<const VoucherPast> past);

}  // namespace makegood::core::budget
