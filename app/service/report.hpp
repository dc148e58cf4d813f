// Makes an incident and answers with its offers.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

struct Reported {
    IncidentId incident;
    std::string title;         // "Coconut oil 400 ml" or "Waited too long"
    std::string article_name;  // empty for a failure without article
    std::int64_t times = 1;    // how often this article was missing in 30 days, this one included
    std::vector<core::recovery::Offer> cards;  // best first
    std::vector<core::recovery::Offer> free;   // two at least
    std::string note;                          // "Today's money is used up; these cost nothing."
    core::recovery::Wishes wishes;             // what was said of the cards so far
};

// `code` is what was scanned or chosen: own number or GTIN. not_found names it and says what to do.
// `customer_code`: of the customer's card, where they showed one (customer_reference.hpp).
Result<Reported> report_stock_out(Desk& desk, const std::string& code, std::int64_t quantity,
                                  const PersonId& by, const std::string& customer_code = {});
// For failures and delights. incident.article may be empty or a scanned code.
Result<Reported> report_failure(Desk& desk, core::incident::Incident incident, const PersonId& by,
                                const std::string& customer_code = {});
// The clerk or the customer took none of them.
Result<> close_incident(Desk& desk, const IncidentId& incident, const std::string& why, const PersonId& by);

}  // namespace makegood::service
