#include "app/server/receiver/admission.hpp"

#include "app/server/receiver/enrolment_code.hpp"

namespace makegood::server::receiver {
namespace {

using wire::RefusalCode;
using Admission = tl::expected<ports::EnrolledDevice, Refused>;

Admission wrong_code(const std::string& why) {
    return tl::unexpected<Refused>(
        Refused{RefusalCode::wrong_code, "The code " + why + ". Ask head office for a new one-time code."});
}

Admission let_in_again(ports::ReceiverStore& store, const wire::EnrolRequest& wanted, Instant now) {
    const auto device = store.device_of_key(wanted.public_key);
    if (!device) return tl::unexpected<Refused>(refused_by(device.error()));
    if (!*device || (*device)->device != wanted.device) return wrong_code("was used already");
    if ((*device)->waited_too_long(now)) return wrong_code("is too old");
    if ((*device)->revoked)
        return tl::unexpected<Refused>(
            Refused{RefusalCode::revoked, "Head office has revoked this register. Ask there why."});
    return **device;
}

}  // namespace

Admission admit(ports::ReceiverStore& store, const wire::EnrolRequest& wanted, Instant now) {
    const std::string code_hash = hash_of_code(wanted.code);
    const auto code = store.code(code_hash);
    if (!code) return tl::unexpected<Refused>(refused_by(code.error()));
    if (!*code) return wrong_code("is not known");
    if ((*code)->used_by == wanted.public_key) return let_in_again(store, wanted, now);
    if (!(*code)->used_by.empty()) return wrong_code("was used already");
    if (now > (*code)->expires) return wrong_code("is too old");
    if ((*code)->store != wanted.store || (*code)->register_name != wanted.register_name)
        return wrong_code("is for register \"" + (*code)->register_name + "\" of store \"" + (*code)->store +
                          "\", this is register \"" + wanted.register_name + "\" of store \"" + wanted.store +
                          "\"");
    auto device = store.enrol(
        code_hash, {wanted.device, wanted.public_key, {}, wanted.store, wanted.register_name, false}, now);
    if (!device) return tl::unexpected<Refused>(refused_by(device.error()));
    return std::move(*device);
}

}  // namespace makegood::server::receiver
