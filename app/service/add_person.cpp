#include "app/service/add_person.hpp"

#include <algorithm>

#include "app/service/drawn.hpp"
#include "app/service/look_after_people.hpp"
#include "app/service/pin_rules.hpp"

namespace makegood::service {
namespace {

// The bytes of the UTF-8 letter that begins at `position`.
std::string letter_at(const std::string& text, std::size_t position) {
    std::size_t end = position + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    auto letter = text.substr(position, end - position);
    if (letter.size() == 1)
        letter[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(letter[0])));
    return letter;
}

std::ptrdiff_t letters_in(const std::string& text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

// The first letters of the first and the last word: "Maya Adler" -> "MA".
std::string initials_of(const std::string& name) {
    std::string first, last;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == ' ' || (i > 0 && name[i - 1] != ' ')) continue;
        (first.empty() ? first : last) = letter_at(name, i);
    }
    return first + last;
}

}  // namespace

Result<AddedPerson> add_person(Desk& desk, const NewPerson& wanted, const PersonId& by) {
    using core::budget::Act;
    const bool clerk = wanted.role == ports::Role::clerk;
    MAKEGOOD_TRY(must_be_allowed(desk, by, {clerk ? Act::look_after_clerks : Act::look_after_people}));
    if (wanted.name.empty() || letters_in(wanted.name) > 60)
        return fail(ErrorKind::bad_input, "A name has 1 to 60 letters. Give one, like \"Maya Adler\".");
    if (letters_in(wanted.initials) > 3)
        return fail(ErrorKind::bad_input,
                    "Initials are one to three letters. Leave them out and they are made.");
    const auto pin = wanted.pin.empty() ? drawn_pin(desk.random) : wanted.pin;
    if (const auto why = why_not_this_pin(pin); !why.empty()) return fail(ErrorKind::bad_input, why);
    const auto initials = wanted.initials.empty() ? initials_of(wanted.name) : wanted.initials;
    const ports::Person person{PersonId("p" + drawn_text(desk.random, 10)), wanted.name, initials,
                               wanted.role};
    MAKEGOOD_TRY(record_people_of_before(desk));
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by},
                                   ports::PersonChanged{person.id, ports::PersonChange::added, person.role},
                                   [&] { return desk.people.add(person, pin); }));
    return AddedPerson{person, pin};
}

}  // namespace makegood::service
