#include "app/wire/policy_messages.hpp"

#include <boost/json.hpp>

#include "app/wire/message_reader.hpp"
#include "app/wire/messages.hpp"

namespace makegood::wire {
namespace {

constexpr std::size_t device_size = 16, longest_signature = 300;
constexpr std::size_t answer_limit = longest_policy * 2 + message_limit;  // every letter may be escaped
constexpr std::uint64_t version_limit = 1'000'000'000;

}  // namespace

std::string encode(const PolicyRequest& request) {
    return boost::json::serialize(
        boost::json::object{{"device", request.device.text()}, {"after", request.after}});
}

std::string encode(const PolicyAnswer& answer) {
    return boost::json::serialize(boost::json::object{
        {"version", answer.version}, {"document", answer.document}, {"signature", answer.signature}});
}

Result<PolicyRequest> decode_policy_request(std::string_view json) {
    MessageReader reader(json, "question for rules", message_limit);
    PolicyRequest request{DeviceId(reader.hex("device", device_size)),
                          reader.number("after", 0, version_limit)};
    MAKEGOOD_TRY(reader.outcome());
    return request;
}

Result<PolicyAnswer> decode_policy_answer(std::string_view json) {
    MessageReader reader(json, "answer with rules", answer_limit);
    PolicyAnswer answer{reader.number("version", 0, version_limit),
                        reader.text("document", longest_policy, 0),
                        reader.text("signature", longest_signature, 0)};
    MAKEGOOD_TRY(reader.outcome());
    return answer;
}

}  // namespace makegood::wire
