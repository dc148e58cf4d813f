// Adds people to the register.
#pragma once
#include "app/service/who_may.hpp"

namespace makegood::service {

struct NewPerson {
    std::string name, initials, pin;  // initials and PIN are made when empty
    ports::Role role = ports::Role::clerk;
};
struct AddedPerson {
    ports::Person person;
    std::string pin;  // to be told once; it is not kept
};
// bad_input: empty name, PIN not four to eight digits or one that everybody tries first. refused: name taken;
// managers add clerks, the owner everybody.
Result<AddedPerson> add_person(Desk& desk, const NewPerson& wanted, const PersonId& by);

}  // namespace makegood::service
