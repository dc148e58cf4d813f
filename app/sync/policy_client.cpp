#include "app/sync/policy_client.hpp"

#include "app/wire/policy_messages.hpp"

namespace makegood::sync {

Result<std::optional<ports::SignedText>> PolicyClient::newer_than(std::uint64_t version,
                                                                  const DeviceId& device,
                                                                  const Enrolment& enrolment) {
    const auto heard = exchange_.ask({enrolment.url, enrolment.head_office_key}, wire::policy_path,
                                     "application/json", wire::encode(wire::PolicyRequest{device, version}));
    if (!heard) return fail(heard.error());
    auto answer = wire::decode_policy_answer(heard->body);
    if (!answer) return fail(answer.error());
    if (answer->version <= version) return std::optional<ports::SignedText>();
    return std::optional(ports::SignedText{std::move(answer->document), std::move(answer->signature)});
}

}  // namespace makegood::sync
