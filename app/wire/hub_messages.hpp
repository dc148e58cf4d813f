// What a register and its store's hub say about rights (core/budget/rights_messages.hpp), as JSON with
// limits:
//
//   POST /v1/rights/knock   Knock   -> HubWelcome
//   POST /v1/rights/hello   Hello   -> Answer
//
// Signed and refused as all messages are (messages.hpp). Numbers that are drawn travel as 16 hexadecimal
// digits, because a JSON number does not hold 64 bits everywhere.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"
#include "app/ports/hub_store.hpp"

namespace makegood::wire {

inline constexpr std::string_view knock_path = "/v1/rights/knock";
inline constexpr std::string_view rights_path = "/v1/rights/hello";

inline constexpr std::size_t rights_limit = 400 * 1024;  // bytes of a message
inline constexpr std::size_t most_pots = 600;            // in one

std::string encode(const core::budget::Knock&);
std::string encode(const ports::HubWelcome&);
std::string encode(const core::budget::Hello&);
std::string encode(const core::budget::Answer&);

// bad_input, with the field that is missing or out of bounds.
Result<core::budget::Knock> decode_knock(std::string_view json);
Result<ports::HubWelcome> decode_rights_welcome(std::string_view json);
Result<core::budget::Hello> decode_rights_hello(std::string_view json);
Result<core::budget::Answer> decode_rights_answer(std::string_view json);

}  // namespace makegood::wire
