#include "app/server/receiver/gate.hpp"

namespace makegood::server::receiver {
namespace {

using wire::RefusalCode;

tl::unexpected<Refused> refuse(RefusalCode code, std::string sentence) {
    return tl::unexpected<Refused>(Refused{code, std::move(sentence)});
}

}  // namespace

Refused refused_by(const Error& error) {
    switch (error.kind) {
        case ErrorKind::bad_input:
            return {RefusalCode::bad_request, error.sentence};
        case ErrorKind::refused:
        case ErrorKind::needs_approval:
            return {RefusalCode::contradicts, error.sentence};
        case ErrorKind::not_found:
            return {RefusalCode::not_here, error.sentence};
        case ErrorKind::busy:
            return {RefusalCode::busy, error.sentence};
        // What failed here is for head office's own log, not for the other side.
        case ErrorKind::failed:
            break;
    }
    return {RefusalCode::failed,
            "Head office can't write to its disk at the moment. Nothing is lost: the events stay "
            "at the register and are sent again.",
            error.sentence + " " + error.detail};
}

int status_of(RefusalCode code) {
    switch (code) {
        case RefusalCode::bad_request:
            return 400;
        case RefusalCode::not_signed:
        case RefusalCode::wrong_clock:
        case RefusalCode::replayed:
        case RefusalCode::not_enrolled:
            return 401;
        case RefusalCode::revoked:
        case RefusalCode::wrong_code:
        case RefusalCode::waiting:
            return 403;
        case RefusalCode::not_here:
            return 404;
        case RefusalCode::contradicts:
            return 409;
        case RefusalCode::busy:
            return 429;
        case RefusalCode::failed:
            return 503;
    }
    return 503;
}

tl::expected<ports::EnrolledDevice, Refused> recognise(ports::ReceiverStore& store, const ports::Clock& clock,
                                                       const wire::SignatureFacts& facts) {
    const auto device = store.device_of_key(facts.key);
    if (!device) return tl::unexpected<Refused>(refused_by(device.error()));
    if (!*device)
        return refuse(
            RefusalCode::not_enrolled,
            "This register is not enrolled here. Ask head office for a one-time code and enrol with it.");
    if ((*device)->revoked)
        return refuse(
            RefusalCode::revoked,
            "Head office has revoked this register. Ask there why; its events stay here until then.");
    if ((*device)->waited_too_long(clock.now()))
        return refuse(
            RefusalCode::not_enrolled,
            "This register waited for confirmation for more than 10 minutes, so it is not enrolled. "
            "Ask head office for a new one-time code and enrol with it.");
    if ((*device)->waits)
        return refuse(
            RefusalCode::waiting,
            "This register waits for confirmation: compare the six digits on both screens, then let it "
            "in at the server: makegood-server --data DIR confirm DIGITS.");
    const auto now = clock.now();
    const auto created = Instant(std::chrono::seconds(facts.created));
    if (created > now + wire::signature_window || created < now - wire::signature_window)
        return refuse(RefusalCode::wrong_clock,
                      "The clock of this register is " + base::format_instant(created) +
                          ", head office's is " + base::format_instant(now) + ". Set the register's clock.");
    const auto fresh = store.use_nonce({facts.key, facts.nonce, created + wire::signature_window}, now);
    if (!fresh) return tl::unexpected<Refused>(refused_by(fresh.error()));
    if (!*fresh)
        return refuse(RefusalCode::replayed, "This request was answered before. Sign each request anew.");
    return **device;
}

}  // namespace makegood::server::receiver
