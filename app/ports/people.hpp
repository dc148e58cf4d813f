// Who works here and how they prove it. Kept outside the journal: it holds names, and hashes of PINs and
// badges.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/base/result.hpp"
#include "app/base/text_id.hpp"
#include "app/base/time_values.hpp"
#include "app/core/budget/authority.hpp"

namespace makegood::ports {

using core::budget::Role;
using core::budget::word;

struct Person {
    PersonId id;
    std::string name;
    std::string initials;  // one to three letters
    Role role = Role::clerk;
};

// Of Clock::boot and Clock::steady. What has to be waited for is counted so: no date that somebody sets, and
// none that a battery loses, ends a wait.
struct Moment {
    std::string boot;
    Duration steady{};
};

struct Attempts {
    std::int32_t wrong = 0;  // since the last right one, or since somebody opened the sign-in again
    Moment since;            // of the last wrong one, or of the start of the machine that made it wait anew
};

// An id that nobody has is taken everywhere as that of a stranger: all strangers share one count, and no PIN
// is theirs. So the answers for them, and the time that these take, are those of somebody who works here.
class People {
  public:
    virtual ~People() = default;
    virtual Result<std::vector<Person>> all() = 0;  // who works here, by name
    // Also who left; nullopt: nobody ever had this id.
    struct Known {
        Person person;
        bool left = false;
    };
    virtual Result<std::optional<Known>> find(const PersonId&) = 0;

    virtual Result<> add(const Person&, const std::string& pin) = 0;  // refused: name taken
    // not_found: nobody who works here has this id; so for each of these.
    virtual Result<> change_pin(const PersonId&, const std::string& pin) = 0;
    virtual Result<> change_role(const PersonId&, Role role) = 0;
    // PIN and badge are gone; the name stays for what they did.
    virtual Result<> remove(const PersonId&) = 0;
    // Only a keyed hash is kept. An empty code takes the badge away. refused: it is somebody else's.
    virtual Result<> set_badge(const PersonId&, const std::string& code) = 0;
    // Whose badge this is; nullopt: nobody's.
    virtual Result<std::optional<PersonId>> with_badge(const std::string& code) = 0;

    virtual Result<Attempts> attempts(const PersonId&) = 0;
    // Durable before the PIN is looked at: a kill can't give a free try.
    virtual Result<> count_wrong(const PersonId&, const Moment& now) = 0;
    // The machine was started anew: a running wait is counted from here. The number of wrong tries stays.
    virtual Result<> restart_wait(const PersonId&, const Moment& now) = 0;
    virtual Result<> clear_wrong(const PersonId&) = 0;
    // Argon2id with the pepper; some 40 ms, also for a stranger.
    virtual Result<bool> pin_is(const PersonId&, const std::string& pin) = 0;
};

}  // namespace makegood::ports
