// Who works here and how they prove it. Kept outside the journal: it holds names and PIN hashes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/base/result.hpp"
#include "app/base/text_id.hpp"
#include "app/base/time_values.hpp"

namespace makegood::ports {

enum class Role : std::uint8_t { clerk, manager };

struct Person {
    PersonId id;
    std::string name;
    std::string initials;  // one to three letters
    Role role = Role::clerk;
};

struct Attempts {
    std::int32_t wrong = 0;  // since the last right one
    Instant last;            // of the last wrong one
};

class People {
  public:
    virtual ~People() = default;
    virtual Result<std::vector<Person>> all() = 0;                    // by name
    virtual Result<> add(const Person&, const std::string& pin) = 0;  // refused: name taken
    virtual Result<Attempts> attempts(const PersonId&) = 0;
    // Durable before the PIN is looked at: a kill can't give a free try.
    virtual Result<> count_wrong(const PersonId&, Instant now) = 0;
    // The clock went back: a running wait is counted from here. The number of wrong tries stays.
    virtual Result<> restart_wait(const PersonId&, Instant now) = 0;
    virtual Result<> clear_wrong(const PersonId&) = 0;
    // Argon2id with the pepper; some 40 ms.
    virtual Result<bool> pin_is(const PersonId&, const std::string& pin) = 0;
};

}  // namespace makegood::ports
