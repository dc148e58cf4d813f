#include "app/core/substitute/likeness.hpp"

#include <algorithm>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::core::substitute {
namespace {

constexpr std::size_t shortest_word = 3;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    const char small = lower(c);
    return (small >= 'a' && small <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

template <class Visit>
void each_word(std::string_view text, const Visit& visit) {
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t start = i;
        bool digits = false;
        for (; i < text.size() && (is_letter(text[i]) || is_digit(text[i])); ++i) digits |= is_digit(text[i]);
        if (!digits && i - start >= shortest_word) visit(text.substr(start, i - start));
        if (i == start) ++i;
    }
}

// Names beyond ASCII are folded first (accents, case); plain ones need no copy.
template <class Visit>
void each_telling_word(std::string_view name, const Visit& visit) {
    if (is_ascii(name)) return each_word(name, visit);
    each_word(catalogue::fold(name), visit);
}

// FNV-1a over lower case.
std::uint64_t hash(std::string_view word) {
    std::uint64_t value = 14695981039346656037ull;
    for (const char c : word) value = (value ^ static_cast<unsigned char>(lower(c))) * 1099511628211ull;
    return value;
}

}  // namespace

NameWords::NameWords(std::string_view name) {
    each_telling_word(name, [&](std::string_view word) {
        const auto key = hash(word);
        const auto end = hashes_.begin() + static_cast<std::ptrdiff_t>(count_);
        if (count_ < hashes_.size() && std::find(hashes_.begin(), end, key) == end) hashes_[count_++] = key;
    });
}

double NameWords::likeness(std::string_view other) const {
    if (empty()) return 0;
    std::uint32_t found = 0;  // one bit a word, so that a repeated word counts once
    std::size_t foreign = 0;
    each_telling_word(other, [&](std::string_view word) {
        const auto key = hash(word);
        for (std::size_t i = 0; i < count_; ++i)
            if (hashes_[i] == key) {
                found |= 1u << i;
                return;
            }
        ++foreign;
    });
    return static_cast<double>(__builtin_popcount(found)) / static_cast<double>(count_ + foreign);
}

std::vector<std::string> telling_words(std::string_view name) {
    std::vector<std::string> words;
    each_telling_word(name, [&](std::string_view word) {
        std::string text(word);
        std::transform(text.begin(), text.end(), text.begin(), lower);
        if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(std::move(text));
    });
    std::stable_sort(words.begin(), words.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return words;
}

}  // namespace makegood::core::substitute
