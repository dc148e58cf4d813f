#include "app/service/look_after_people.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "app/service/drawn.hpp"
#include "app/service/pin_rules.hpp"

namespace makegood::service {
namespace {

using core::budget::Act;
using ports::PersonChange;
using ports::Role;

constexpr int badge_digits = 24;  // 120 bits
constexpr std::size_t shortest_badge = 16, longest_badge = 100, different_letters = 8;

tl::unexpected<Error> not_here(const std::string& name) {
    return fail(ErrorKind::not_found, "Nobody called \"" + name.substr(0, 60) +
                                          "\" works at this register. \"people list\" names everybody.");
}

Result<ports::Person> working_here(Desk& desk, const PersonId& id) {
    const auto known = desk.people.find(id);
    if (!known) return fail(known.error());
    if (!*known || (*known)->left) return not_here(id.text());
    return (*known)->person;
}

// In the journal and in what stands beside it, or in neither.
Result<> change(Desk& desk, const ports::Person& person, ports::PersonChange what, const PersonId& by,
                const std::function<Result<>()>& beside) {
    MAKEGOOD_TRY(record_people_of_before(desk));
    return desk.store.commit({desk.clock.now(), by}, ports::PersonChanged{person.id, what, person.role},
                             beside);
}

Result<ports::Person> looked_after(Desk& desk, const PersonId& whose, const PersonId& by) {
    auto person = working_here(desk, whose);
    if (!person) return person;
    const bool clerk = person->role == Role::clerk;
    MAKEGOOD_TRY(must_be_allowed(desk, by, {clerk ? Act::look_after_clerks : Act::look_after_people}));
    return person;
}

Result<> owner_is_left_without(Desk& desk, const ports::Person& person) {
    if (person.role != Role::owner) return {};
    const auto people = desk.people.all();
    if (!people) return fail(people.error());
    const auto is_other_owner = [&](const ports::Person& other) {
        return other.role == Role::owner && other.id != person.id;
    };
    if (std::any_of(people->begin(), people->end(), is_other_owner)) return {};
    return fail(ErrorKind::refused,
                person.name +
                    " is the only owner, and one has to stay. Make somebody else the owner first: "
                    "makegood people role NAME owner.");
}

bool can_be_guessed(const std::string& badge) {
    if (badge.size() < shortest_badge || badge.size() > longest_badge) return true;
    const auto is_other = [](unsigned char c) { return std::isgraph(c) == 0; };
    if (std::any_of(badge.begin(), badge.end(), is_other)) return true;
    return std::set<char>(badge.begin(), badge.end()).size() < different_letters;
}

}  // namespace

Result<std::vector<StaffMember>> staff_list(Desk& desk) {
    const auto people = desk.people.all();
    if (!people) return fail(people.error());
    std::vector<StaffMember> list;
    for (const auto& person : *people) {
        const auto state = sign_in_state(desk, person.id);
        if (!state) return fail(state.error());
        list.push_back({person, *state});
    }
    return list;
}

Result<> record_people_of_before(Desk& desk) {
    const auto staff = desk.store.staff();
    if (!staff) return fail(staff.error());
    const auto people = desk.people.all();
    if (!people) return fail(people.error());
    if (!staff->empty()) return {};
    std::vector<ports::Event> added;
    for (const auto& person : *people)
        added.push_back(ports::PersonChanged{person.id, PersonChange::added, person.role});
    if (added.empty()) return {};
    return desk.store.commit({desk.clock.now(), {}}, added);
}

Result<ports::Person> person_named(Desk& desk, const std::string& name) {
    const auto people = desk.people.all();
    if (!people) return fail(people.error());
    const auto person = std::find_if(people->begin(), people->end(), [&](const ports::Person& each) {
        return each.name == name || each.id.text() == name;
    });
    if (person == people->end()) return not_here(name);
    return *person;
}

Result<std::string> change_pin(Desk& desk, const PersonId& whose, const std::string& chosen,
                               const PersonId& by) {
    const auto person = looked_after(desk, whose, by);
    if (!person) return fail(person.error());
    const auto pin = chosen.empty() ? drawn_pin(desk.random) : chosen;
    if (const auto why = why_not_this_pin(pin); !why.empty()) return fail(ErrorKind::bad_input, why);
    MAKEGOOD_TRY(change(desk, *person, PersonChange::pin_made, by, [&]() -> Result<> {
        MAKEGOOD_TRY(desk.people.change_pin(whose, pin));
        return desk.people.clear_wrong(whose);
    }));
    return pin;
}

Result<> unlock(Desk& desk, const PersonId& whose, const PersonId& by) {
    const auto person = looked_after(desk, whose, by);
    if (!person) return fail(person.error());
    return change(desk, *person, PersonChange::unlocked, by, [&] { return desk.people.clear_wrong(whose); });
}

Result<> remove_person(Desk& desk, const PersonId& whose, const PersonId& by) {
    const auto person = looked_after(desk, whose, by);
    if (!person) return fail(person.error());
    MAKEGOOD_TRY(owner_is_left_without(desk, *person));
    return change(desk, *person, PersonChange::removed, by, [&] { return desk.people.remove(whose); });
}

Result<> change_role(Desk& desk, const PersonId& whose, Role role, const PersonId& by) {
    MAKEGOOD_TRY(must_be_allowed(desk, by, {Act::look_after_people}));
    const auto person = working_here(desk, whose);
    if (!person) return fail(person.error());
    if (role != Role::owner) MAKEGOOD_TRY(owner_is_left_without(desk, *person));
    auto changed = *person;
    changed.role = role;
    return change(desk, changed, PersonChange::role_changed, by,
                  [&] { return desk.people.change_role(whose, role); });
}

Result<std::string> give_badge(Desk& desk, const PersonId& whose, const std::string& own,
                               const PersonId& by) {
    const auto person = looked_after(desk, whose, by);
    if (!person) return fail(person.error());
    if (!own.empty() && can_be_guessed(own))
        return fail(ErrorKind::bad_input,
                    "The code of this badge could be guessed. One with at least 16 letters and digits, 8 of "
                    "them different, will do; or leave it out and a code is made.");
    const auto code = own.empty() ? "MGB-" + drawn_text(desk.random, badge_digits) : own;
    MAKEGOOD_TRY(change(desk, *person, PersonChange::badge_given, by,
                        [&] { return desk.people.set_badge(whose, code); }));
    return code;
}

Result<> take_badge(Desk& desk, const PersonId& whose, const PersonId& by) {
    const auto person = looked_after(desk, whose, by);
    if (!person) return fail(person.error());
    return change(desk, *person, PersonChange::badge_taken, by,
                  [&] { return desk.people.set_badge(whose, {}); });
}

}  // namespace makegood::service
