#include "app/service/pin_rules.hpp"

#include <algorithm>
#include <array>
#include <bitset>

namespace makegood::service {
namespace {

int digit(char character) {
    return character - '0';
}

int number(std::string_view digits) {
    int value = 0;
    for (const char character : digits) value = value * 10 + digit(character);
    return value;
}

bool few_different(std::string_view pin) {
    std::bitset<10> seen;
    for (const char character : pin) seen.set(static_cast<std::size_t>(digit(character)));
    return seen.count() <= 2;
}

// 1234, 4321, 2468, 890123: also past the 9.
bool one_step(std::string_view pin) {
    const auto step = [&](std::size_t i) { return (digit(pin[i + 1]) - digit(pin[i]) + 10) % 10; };
    for (std::size_t i = 1; i + 1 < pin.size(); ++i)
        if (step(i) != step(0)) return false;
    return true;
}

// 112233, 445566: a step that repeats, each digit twice.
bool pairs(std::string_view pin) {
    if (pin.size() % 2 != 0) return false;
    std::string once;
    for (std::size_t i = 0; i < pin.size(); i += 2) {
        if (pin[i] != pin[i + 1]) return false;
        once += pin[i];
    }
    return one_step(once);
}

// 123123, 4747, 12341234; and mirrored: 123321.
bool repeats(std::string_view pin) {
    for (std::size_t length = 1; length <= pin.size() / 2; ++length) {
        if (pin.size() % length != 0) continue;
        if (pin.substr(length) == pin.substr(0, pin.size() - length)) return true;
    }
    return std::equal(pin.begin(), pin.end(), pin.rbegin());
}

bool is_year(int year) {
    return year >= 1900 && year <= 2049;
}

bool is_day(int day, int month) {
    static constexpr std::array<int, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= days[static_cast<std::size_t>(month) - 1];
}

// Day and month in either order.
bool is_day_of_year(std::string_view four) {
    const int first = number(four.substr(0, 2)), second = number(four.substr(2, 2));
    return is_day(first, second) || is_day(second, first);
}

bool is_date(std::string_view pin) {
    switch (pin.size()) {
        case 4:
            return is_day_of_year(pin) || is_year(number(pin));
        case 6:
            return is_day_of_year(pin.substr(0, 4)) || is_day_of_year(pin.substr(2)) ||
                   is_year(number(pin.substr(0, 4))) || is_year(number(pin.substr(2)));
        case 8:
            return (is_day_of_year(pin.substr(0, 4)) && is_year(number(pin.substr(4)))) ||
                   (is_year(number(pin.substr(0, 4))) && is_day_of_year(pin.substr(4)));
        default:
            return false;
    }
}

// Lines and corners of the pad, also backwards.
bool is_line_on_the_pad(std::string_view pin) {
    static constexpr std::array<std::string_view, 7> lines{"2580",   "1397",   "147258",  "159753",
                                                           "147369", "258456", "14789632"};
    const std::string backwards(pin.rbegin(), pin.rend());
    const auto is_it = [&](std::string_view line) {
        return line.find(pin) == 0 || line.find(backwards) == 0;
    };
    return std::any_of(lines.begin(), lines.end(), is_it);
}

}  // namespace

bool is_obvious(std::string_view pin) {
    return few_different(pin) || one_step(pin) || pairs(pin) || repeats(pin) || is_date(pin) ||
           is_line_on_the_pad(pin);
}

std::string why_not_this_pin(std::string_view pin) {
    if (pin.size() < shortest_pin || pin.size() > longest_pin ||
        pin.find_first_not_of("0123456789") != std::string_view::npos)
        return "A PIN has four to eight digits. Leave it out and one is made.";
    if (is_obvious(pin))
        return "That PIN is one that everybody tries first: a date, a year, a row or a repeat. Choose "
               "another, "
               "or leave it out and one is made.";
    return {};
}

}  // namespace makegood::service
