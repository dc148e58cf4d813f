// The customer who stands at this register now. What the cards before them cost at most is asked for at the
// store's hub at once, and nobody else gets it while they think it over.
#pragma once
#include "app/core/budget/rights_sharing.hpp"
#include "app/core/recovery/compose.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

// Somebody is about to be shown cards: so much as is usual should be here.
void customer_comes(Desk& desk);
// These are on the screen; the dearest counts, also of those that were left out for want of money.
void customer_sees(Desk& desk, const core::recovery::Offers& offers);
// They got something, or went.
void customer_goes(Desk& desk);

// Somebody who was left standing is forgotten after some minutes.
core::budget::AtCounter at_counter(const Desk& desk);
// This register holds less than the customer who is here needs, and another one may have it.
Result<bool> customer_waits(Desk& desk);

}  // namespace makegood::service
