// Who a customer is, without saying it.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

// Of a code as it was scanned or typed; empty for none. Small and capital letters, and spaces around it, make
// no difference. bad_input: it can't be the code of a card.
Result<std::string> customer_reference(Desk& desk, const std::string& code);

}  // namespace makegood::service
