// The authority that a QR code names by its fingerprint: fetched once, when a register is enrolled, and the
// only one that counts from then on.
#pragma once
#include "app/sync/http_caller.hpp"
#include "app/wire/enrolment_ticket.hpp"

namespace makegood::sync {

// PEM: what `call` names itself, else the certificate with the ticket's fingerprint as the other side shows
// it; empty where neither names one. Nothing is said there but the greeting of TLS. refused: it shows no such
// certificate. Whether it also holds the key is checked with the first request, as always.
Result<std::string> authority_for(const wire::EnrolmentTicket& ticket, const CallOptions& call);

}  // namespace makegood::sync
