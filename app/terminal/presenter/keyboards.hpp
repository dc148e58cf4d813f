// The keyboards on the screen, and text made of single keys.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

std::vector<std::vector<Key>> letter_keyboard();  // three rows of letters, rub out, digits and space
// Letters, digits and what an address has between them; its last key goes on.
std::vector<std::vector<Key>> address_keyboard(const char* confirm);
// 1 to 9, rub out, 0, and a key that confirms.
std::vector<std::vector<Key>> digit_keyboard(const char* confirm = "Sign in");

// The first character of UTF-8 text; 0 when there is none.
char32_t first_character(std::string_view text);
bool printable(char32_t key);
// Appends a key to UTF-8 text, or takes the last character off it for U'\b'.
void type(std::string& text, char32_t key);

}  // namespace makegood::terminal::presenter
