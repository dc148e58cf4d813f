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
// refused: nobody is signed in, they no longer work here, or wrong PINs have locked their sign-in since (a
// badge goes on). failed: somebody gave them a role past the journal.
Result<ports::Role> role_of(Desk& desk, const PersonId& by);

// For what everybody who works here may do. As role_of.
Result<> must_work_here(Desk& desk, const PersonId& by);

// Nothing when what is kept of a person is what the journal says of them; else as role_of.
Result<> must_be_recorded(Desk& desk, const ports::Person& person);

// Nothing when they may; else as core::budget::may has it, or as role_of.
Result<> must_be_allowed(Desk& desk, const PersonId& by, const core::budget::Wanted& wanted);

}  // namespace makegood::service
