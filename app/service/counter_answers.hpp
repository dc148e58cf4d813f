// What customers answered at the counter teaches the engine: of the substitutes that were shown for a missing
// article, which one was taken and which were not.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

// A card that the customer said no to, at once.
void learn_no(Desk& desk, core::catalogue::Row missing, const ArticleNumber& declined, Instant at);

// What else was shown, of one incident, when its answer has come to stand: when it was closed with nothing,
// or the time to undo a giving is over; what was undone was none. Another kind of incident teaches nothing.
Result<> learn_answer(Desk& desk, const IncidentId& incident);
// All that are on record and still count, for an engine that is new.
Result<> learn_answers(Desk& desk);

}  // namespace makegood::service
