// This register's side of a talk with its store's hub (core/budget/rights_messages.hpp). Each step commits
// before it answers. The exchange itself dies with the process.
#pragma once
#include "app/ports/hub_store.hpp"
#include "app/service/spend_rights.hpp"

namespace makegood::service {

Result<core::budget::Knock> knock_at_hub(Desk& desk);

// Takes over the owner's limits and opens the pots of today's and the next period. refused: it answers
// another knock, or is a hub that was replaced.
Result<> hear_welcome(Desk& desk, const ports::HubWelcome& welcome);

// Asks for what is needed, by what was given of late, and gives back what is idle. nullopt: all was said.
Result<std::optional<core::budget::Hello>> hello_to_hub(Desk& desk);

// What is called back is given up in the same commit, as far as it can be spared.
Result<> hear_answer(Desk& desk, const core::budget::Answer& answer);

// Whether the hub should hear of this register soon: it holds too little, or something waits to be in force.
Result<bool> needs_hub(Desk& desk);

}  // namespace makegood::service
