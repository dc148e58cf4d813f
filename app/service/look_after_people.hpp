// What becomes of those who work here. Managers look after clerks, the owner after everybody, and there
// always is an owner left. Each change is an event of the journal, with whom it is about and their role, and
// nothing of names, PINs and badges. Each is refused with a sentence that says who may; not_found: nobody
// works here under that name.
#pragma once
#include "app/service/sign_in.hpp"
#include "app/service/who_may.hpp"

namespace makegood::service {

struct StaffMember {
    ports::Person person;
    SignInState sign_in;
};
// Everybody who works here, by name.
Result<std::vector<StaffMember>> staff_list(Desk& desk);

// Takes up into the journal who worked here before people were recorded; once, by the register itself, and
// before the first change.
Result<> record_people_of_before(Desk& desk);

// By name as it stands on the sign-in screen, or by id.
Result<ports::Person> person_named(Desk& desk, const std::string& name);

// A new PIN: a made one of six digits, or `chosen`. It opens a locked sign-in as well. Told once.
// bad_input: as in add_person.
Result<std::string> change_pin(Desk& desk, const PersonId& whose, const std::string& chosen,
                               const PersonId& by);
// After ten wrong PINs; the PIN stays.
Result<> unlock(Desk& desk, const PersonId& whose, const PersonId& by);
// PIN and badge are gone at once, also where they are signed in; what they did stays in the record.
Result<> remove_person(Desk& desk, const PersonId& whose, const PersonId& by);
Result<> change_role(Desk& desk, const PersonId& whose, ports::Role role, const PersonId& by);

// A badge: a made code, or `own`, what the scanner reads from one that they have. Answers the code, told
// once. bad_input: their own could be guessed (fewer than 16 letters and digits, or fewer than 8 different
// ones).
Result<std::string> give_badge(Desk& desk, const PersonId& whose, const std::string& own, const PersonId& by);
Result<> take_badge(Desk& desk, const PersonId& whose, const PersonId& by);

}  // namespace makegood::service
