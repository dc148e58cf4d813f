// How the owner's rules go down the tree: a register asks whether there is a newer document for its store.
//
//   POST /v1/policy   PolicyRequest -> PolicyAnswer
//
// The document bears a signature of its own (document_signature.hpp), by whoever answers: what was stored can
// be proved later, and apart from this exchange.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "app/base/result.hpp"
#include "app/base/text_id.hpp"

namespace makegood::wire {

inline constexpr std::string_view policy_path = "/v1/policy";
inline constexpr std::size_t longest_policy = 128 * 1024;  // bytes of a document

struct PolicyRequest {
    DeviceId device;
    std::uint64_t after = 0;  // the version that it has from there; 0: none
};
struct PolicyAnswer {
    std::uint64_t version = 0;  // 0: none that is newer
    std::string document, signature;
};

std::string encode(const PolicyRequest&);
std::string encode(const PolicyAnswer&);
// bad_input, with the field that is missing or out of bounds.
Result<PolicyRequest> decode_policy_request(std::string_view json);
Result<PolicyAnswer> decode_policy_answer(std::string_view json);

}  // namespace makegood::wire
