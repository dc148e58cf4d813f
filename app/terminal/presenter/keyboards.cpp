#include "app/terminal/presenter/keyboards.hpp"

#include <array>

namespace makegood::terminal::presenter {
namespace {

constexpr std::array<const char*, 10> digit_names{"Zero", "One", "Two",   "Three", "Four",
                                                  "Five", "Six", "Seven", "Eight", "Nine"};

Key digit_key(char digit) {
    const std::string text(1, digit);
    return {text, text, digit_names.at(static_cast<std::size_t>(digit - '0'))};
}

std::vector<Key> row_of(std::string_view characters) {
    std::vector<Key> row;
    for (const char character : characters) {
        const std::string text(1, character);
        const bool digit = character >= '0' && character <= '9';
        row.push_back(digit ? digit_key(character) : Key{text, text, "Letter " + text});
    }
    return row;
}

Key rub_out(int span) {
    return {"⌫", "\b", "Rub out", span};
}

}  // namespace

std::vector<std::vector<Key>> letter_keyboard() {
    // Four rows, twelve keys wide: on a small counter screen a fifth would make all of them too low.
    std::vector<Key> first = row_of("qwertyuiop"), last = row_of("12345");
    first.push_back(rub_out(2));
    last.push_back({"space", " ", "Space", 2});
    for (Key& key : row_of("67890")) last.push_back(std::move(key));
    return {std::move(first), row_of("asdfghjkl"), row_of("zxcvbnm"), std::move(last)};
}

std::vector<std::vector<Key>> address_keyboard(const char* confirm) {
    std::vector<Key> first = row_of("1234567890"), second = row_of("qwertyuiop"), third = row_of("asdfghjkl"),
                     last = row_of("zxcvbnm");
    first.push_back(rub_out(2));
    second.push_back({"-", "-", "Dash"});
    second.push_back({"/", "/", "Slash"});
    third.push_back({".", ".", "Full stop"});
    third.push_back({":", ":", "Colon"});
    last.push_back({confirm, "\n", confirm, 3});
    return {std::move(first), std::move(second), std::move(third), std::move(last)};
}

std::vector<std::vector<Key>> digit_keyboard(const char* confirm) {
    return {
        row_of("123"), row_of("456"), row_of("789"), {rub_out(1), digit_key('0'), {confirm, "\n", confirm}}};
}

char32_t first_character(std::string_view text) {
    if (text.empty()) return 0;
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return lead;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() < length) return 0;
    char32_t character = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        character = character << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    return character;
}

bool printable(char32_t key) {
    return key >= 0x20 && key != 0x7F && key <= 0x10FFFF;
}

void type(std::string& text, char32_t key) {
    if (key == U'\b') {
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0u) == 0x80u) text.pop_back();
        if (!text.empty()) text.pop_back();
        return;
    }
    const auto tail = [key](int shift) { return static_cast<char>(0x80u | (key >> shift & 0x3Fu)); };
    if (key < 0x80) return text.push_back(static_cast<char>(key));
    if (key < 0x800) {
        text.push_back(static_cast<char>(0xC0u | key >> 6));
    } else if (key < 0x10000) {
        text.push_back(static_cast<char>(0xE0u | key >> 12));
        text.push_back(tail(6));
    } else {
        text.push_back(static_cast<char>(0xF0u | key >> 18));
        text.push_back(tail(12));
        text.push_back(tail(6));
    }
    text.push_back(tail(0));
}

}  // namespace makegood::terminal::presenter
