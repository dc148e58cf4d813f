// The words that an article is found by, out of a folded text.
#pragma once
#include <functional>
#include <string_view>

namespace makegood::core::catalogue {

// Visits the words of `folded` in order. A run of letters of a script that is written without spaces (Thai,
// Chinese, Japanese, …) becomes its pairs of neighbours and its last letter, so that any part of it is found.
void each_word(std::string_view folded, const std::function<void(std::string_view word)>& visit);

// Letters, not bytes.
std::size_t letter_count(std::string_view text);
// The bytes of the letter that begins with `lead`.
std::size_t letter_width(char lead);
// Its value; `text` is one letter of a folded text.
char32_t letter_value(std::string_view text);
// Whether words of this letter's script stand side by side without spaces.
bool is_spaceless(char32_t letter);

}  // namespace makegood::core::catalogue
