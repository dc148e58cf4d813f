#include "app/core/substitute/plain_words.hpp"

#include <algorithm>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::core::substitute {

std::vector<std::string> plain_words(std::string_view text) {
    if (text.size() > 3 && text[2] == ':') text.remove_prefix(3);
    std::vector<std::string> words;
    const auto folded = catalogue::fold(text);
    for (std::size_t from = 0; from < folded.size();) {
        const auto to = std::min(folded.find(' ', from), folded.size());
        const auto word = singular(std::string_view(folded).substr(from, to - from));
        if (!word.empty()) words.emplace_back(word);
        from = to + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t at = from; at < std::min(to, words.size()); ++at)
        text.append(text.empty() ? "" : " ").append(words[at]);
    return text;
}

}  // namespace makegood::core::substitute
