// What all screens know: who stands here, how the register stands, what time it is.
#pragma once
#include <optional>

#include "app/terminal/presenter/backend.hpp"
#include "app/terminal/presenter/rules_draft.hpp"
#include "app/terminal/presenter/setup.hpp"

namespace makegood::terminal::presenter {

struct Facts {
    Setup setup;
    std::optional<ports::Person> person;  // nobody signed in: empty
    std::optional<Status> status;         // empty until the first answer
    RulesDrafts drafts;                   // of the owner's rules: kept until saved, whoever is signed in
    Instant now;
    Duration steady{};
    CivilDate today() const { return setup.day(now); }
};

}  // namespace makegood::terminal::presenter
