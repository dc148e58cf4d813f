// One-time codes that let a register in: ten letters of Crockford's base 32 (50 bits), "7K3QM-0ZT4W".
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "app/base/result.hpp"
#include "app/ports/clock.hpp"
#include "app/ports/random.hpp"
#include "app/ports/receiver_store.hpp"

namespace makegood::server::receiver {

struct CodeRequest {
    std::string store, register_name;
    std::chrono::minutes valid = std::chrono::minutes(10);
};

// Makes a code and keeps its hash. bad_input: a name that is empty or over 120 bytes, or a time that is
// not between a minute and a day.
Result<std::string> make_code(ports::ReceiverStore& store, const ports::Clock& clock, ports::Random& random,
                              const CodeRequest& request);

// What a typed code is looked up by: small letters, blanks and dashes do not matter, O is 0, I and L are 1.
std::string hash_of_code(std::string_view typed);

}  // namespace makegood::server::receiver
