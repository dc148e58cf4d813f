// Who stands at the register.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

// refused: wrong PIN (says how many tries are left), how long to wait, or that the sign-in is locked. Five
// free tries, then a wait that doubles from 30 s on, and after the tenth wrong one a lock until somebody
// opens it (unlock in look_after_people.hpp). The count is durable before the PIN is looked at. What is
// waited for is time on the steady clock, so no date that is set ends a wait; a start of the machine begins
// it anew. Whom nobody knows is answered in the same words and time as somebody who mistyped.
Result<ports::Person> check_pin(Desk& desk, const PersonId& person, const std::string& pin);

// The same; from now on they act with their own role.
Result<ports::Person> sign_in(Desk& desk, const PersonId& person, const std::string& pin);

// A badge can be lost or lent, so whoever comes in with one acts as a clerk until they enter their PIN; they
// are answered with that role. A sign-in that wrong PINs have locked does not lock the badge: nobody can keep
// a colleague from the counter. not_found: nobody's badge.
Result<ports::Person> sign_in_with_badge(Desk& desk, const std::string& code);

// refused: wrong PINs have locked this sign-in.
Result<> must_not_be_locked(Desk& desk, const PersonId& person);

struct SignInState {
    int wrong = 0;  // since the last right one
    bool locked = false;
    Duration wait{};  // still to go
};
Result<SignInState> sign_in_state(Desk& desk, const PersonId& person);

}  // namespace makegood::service
