#include "app/service/add_person.hpp"

#include <algorithm>

namespace makegood::service {
namespace {

bool all_digits(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 0000, 1234, 4321: all steps between neighbours are the same and at most one.
bool is_obvious(const std::string& pin) {
    const int step = pin[1] - pin[0];
    if (step < -1 || step > 1) return false;
    for (std::size_t i = 2; i < pin.size(); ++i)
        if (pin[i] - pin[i - 1] != step) return false;
    return true;
}

std::string drawn_pin(ports::Random& random) {
    std::string pin;
    do {
        pin = std::to_string(1'000'000 + random.below(1'000'000)).substr(1);
    } while (is_obvious(pin));
    return pin;
}

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

std::string drawn_id(ports::Random& random) {
    static constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string id = "p";
    for (int i = 0; i < 10; ++i) id += digits[random.below(32)];
    return id;
}

}  // namespace

Result<AddedPerson> add_person(Desk& desk, const NewPerson& wanted) {
    if (wanted.name.empty() || letters_in(wanted.name) > 60)
        return fail(ErrorKind::bad_input, "A name has 1 to 60 letters. Give one, like \"Maya Adler\".");
    if (letters_in(wanted.initials) > 3)
        return fail(ErrorKind::bad_input,
                    "Initials are one to three letters. Leave them out and they are made.");
    const auto pin = wanted.pin.empty() ? drawn_pin(desk.random) : wanted.pin;
    if (!all_digits(pin) || pin.size() < 4 || pin.size() > 8)
        return fail(ErrorKind::bad_input, "A PIN has four to eight digits. Leave it out and one is made.");
    if (is_obvious(pin))
        return fail(ErrorKind::bad_input, "That PIN is one that everybody tries first. Choose another.");
    const auto initials = wanted.initials.empty() ? initials_of(wanted.name) : wanted.initials;
    const ports::Person person{PersonId(drawn_id(desk.random)), wanted.name, initials, wanted.role};
    MAKEGOOD_TRY(desk.people.add(person, pin));
    return AddedPerson{person, pin};
}

}  // namespace makegood::service
