#include "app/server/receiver/policy_counter.hpp"

#include "app/wire/policy_messages.hpp"

namespace makegood::server::receiver {

tl::expected<std::string, Refused> hand_down(ports::PolicyOffice& office, const ports::EnrolledDevice& device,
                                             const std::string& body) {
    const auto request = wire::decode_policy_request(body);
    if (!request) return tl::unexpected<Refused>(refused_by(request.error()));
    if (request->device != device.device)
        return tl::unexpected<Refused>(Refused{wire::RefusalCode::contradicts,
                                               "The key belongs to another register. Enrol this one anew."});
    auto newest = office.newest_policy(device.store);
    if (!newest) return tl::unexpected<Refused>(refused_by(newest.error()));
    if (!*newest || (*newest)->version <= request->after) return wire::encode(wire::PolicyAnswer{});
    auto& document = (*newest)->document;
    return wire::encode(wire::PolicyAnswer{(*newest)->version, document.text, document.signature});
}

}  // namespace makegood::server::receiver
