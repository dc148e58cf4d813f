// What is on the shelf, told by somebody who looked: a delivery came, or a box was found.
#pragma once
#include "app/service/suggestions.hpp"

namespace makegood::service {

// From now on so many are there, until a catalogue with stock says otherwise; an article that was reported
// missing is so no more. bad_input: less than none, or more than a million. not_found: no such article.
Result<Found> count_stock(Desk& desk, const std::string& code, std::int64_t pieces, const PersonId& by);

}  // namespace makegood::service
