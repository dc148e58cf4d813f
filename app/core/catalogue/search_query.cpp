#include "app/core/catalogue/search_query.hpp"

#include <algorithm>

#include "app/core/catalogue/catalogue.hpp"
#include "app/core/catalogue/word_pieces.hpp"

namespace makegood::core::catalogue {
namespace {

constexpr std::size_t most_bytes = 256, most_size_tokens = 4, most_sizes = 2;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// What stands between white space, and which words of the query it became.
struct Token {
    std::size_t begin = 0, end = 0;  // in the text
    std::size_t first_word = 0, last_word = 0;
};

std::vector<Token> tokens_of(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    std::vector<Token> tokens;
    for (std::size_t at = text.find_first_not_of(space); at < text.size();) {
        const auto end = std::min(text.find_first_of(space, at), text.size());
        tokens.push_back({at, end, 0, 0});
        at = text.find_first_not_of(space, end);
    }
    return tokens;
}

// A letter that is cut in two is no letter.
std::string_view first_bytes(std::string_view text) {
    if (text.size() <= most_bytes) return text;
    auto end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80) --end;
    return text.substr(0, end);
}

void add_word(Query& query, std::string_view word) {
    const auto same = [&](const AskedWord& known) { return known.text == word; };
    if (query.words.size() == Query::most_words || std::any_of(query.words.begin(), query.words.end(), same))
        return;
    query.words.push_back(
        {std::string(word), letter_count(word), std::all_of(word.begin(), word.end(), is_digit)});
}

// "500ml", "0,5 l", "6 x 330 ml": the fewest tokens that are a size.
void add_sizes(Query& query, std::string_view text, const std::vector<Token>& tokens) {
    for (std::size_t at = 0; at < tokens.size() && query.sizes.size() < most_sizes; ++at) {
        if (!is_digit(text[tokens[at].begin])) continue;
        for (std::size_t last = at; last < std::min(tokens.size(), at + most_size_tokens); ++last) {
            const auto size = parse_size(text.substr(tokens[at].begin, tokens[last].end - tokens[at].begin));
            if (!size || !size->known()) continue;
            if (tokens[at].first_word < tokens[last].last_word)
                query.sizes.push_back({tokens[at].first_word, tokens[last].last_word, *size});
            at = last;
            break;
        }
    }
}

}  // namespace

Query read_query(std::string_view text) {
    text = first_bytes(text);
    Query query;
    auto tokens = tokens_of(text);
    std::size_t letters = 0;
    bool spaceless = false;
    for (auto& token : tokens) {
        token.first_word = query.words.size();
        const std::string folded = fold(text.substr(token.begin, token.end - token.begin));
        each_word(folded, [&](std::string_view word) { add_word(query, word); });
        for (const char c : folded)
            if (c != ' ') query.joined += c;
        token.last_word = query.words.size();
    }
    for (const auto& word : query.words) {
        letters += word.letters;
        spaceless = spaceless || is_spaceless(letter_value(word.text.substr(0, letter_width(word.text[0]))));
    }
    add_sizes(query, text, tokens);
    query.enough = letters >= 2 || spaceless;
    return query;
}

}  // namespace makegood::core::catalogue
