// Words of labels and lists as they are compared: folded and singular.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace makegood::core::substitute {

// A word of a folded text without its plural s: "nuts" is "nut", "glass" and "citrus" stay.
constexpr std::string_view singular(std::string_view word) {
    const bool plural =
        word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    return plural ? word.substr(0, word.size() - 1) : word;
}

// The words of a text, folded, without the mark of a language before it ("en:"), each singular.
std::vector<std::string> plain_words(std::string_view text);
// The same with one space between them.
std::string joined(const std::vector<std::string>& words, std::size_t from = 0, std::size_t to = SIZE_MAX);

// Whether plain_words leaves these words as they are: an entry of a table that it changes could never match.
constexpr bool is_plain(std::string_view words) {
    for (std::size_t from = 0; from <= words.size();) {
        const auto to = words.find(' ', from);
        const auto word = words.substr(from, to == words.npos ? words.npos : to - from);
        if (word.empty() || singular(word) != word) return false;
        for (const char c : word)
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) return false;
        if (to == words.npos) return true;
        from = to + 1;
    }
    return false;
}
template <std::size_t Count>
constexpr bool all_plain(const std::array<std::string_view, Count>& table) {
    for (const auto words : table)
        if (!is_plain(words)) return false;
    return true;
}

template <std::size_t Count>
constexpr bool among(const std::array<std::string_view, Count>& words, std::string_view word) {
    for (const auto each : words)
        if (each == word) return true;
    return false;
}

}  // namespace makegood::core::substitute
