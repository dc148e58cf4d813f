#include "app/sync/pinning.hpp"

#include "app/wire/certificate.hpp"

namespace makegood::sync {

Result<std::string> authority_for(const wire::EnrolmentTicket& ticket, const CallOptions& call) {
    if (!call.authority.empty() || ticket.authority.empty()) return call.authority;
    const auto url = checked_url(ticket.url);
    if (!url) return fail(url.error());
    const auto shown = HttpCaller(call).certificates_of(*url);
    if (!shown) return fail(shown.error());
    for (const auto& certificate : *shown)
        if (wire::fingerprint(certificate) == ticket.authority) return certificate;
    return fail(
        ErrorKind::refused,
        "What answers at " + *url +
            " has no certificate of the authority that the QR code names. Nothing was told to it. Scan "
            "the code that the hub shows now; if it is the same, somebody is between.");
}

}  // namespace makegood::sync
