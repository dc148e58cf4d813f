// Who asks, and whether they may. Every use case that moves money, rights or people asks here, so that no
// door (screen, command line, socket) is wider than another.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

// Who gives commands to this machine itself (`makegood` without --as): whoever may run them can read and
// write the shop's files anyway, so it is taken as the owner, and recorded under this id, which no person
// has.
inline const PersonId& console() {
    static const PersonId id("console");
    return id;
}

// As what somebody acts here and now: whoever came in with a badge acts as a clerk, whatever their role.
// refused: nobody is signed in, or they no longer work here.
Result<ports::Role> role_of(Desk& desk, const PersonId& by);

// Nothing when they may; else as core::budget::may has it, or as role_of.
Result<> must_be_allowed(Desk& desk, const PersonId& by, const core::budget::Wanted& wanted);

}  // namespace makegood::service
