#include "app/core/catalogue/word_pieces.hpp"

#include <algorithm>
#include <array>

namespace makegood::core::catalogue {
namespace {

struct Range {
    char32_t first, last;
};
// Thai and Lao, Myanmar, Khmer, kana, Han.
constexpr std::array<Range, 8> spaceless{{{0x0E00, 0x0EFF},
                                          {0x1000, 0x109F},
                                          {0x1780, 0x17FF},
                                          {0x3005, 0x3007},
                                          {0x3040, 0x30FF},
                                          {0x31F0, 0x31FF},
                                          {0x3400, 0x9FFF},
                                          {0x20000, 0x3FFFF}}};

std::size_t width_at(std::string_view text, std::size_t at) {
    return std::min(letter_width(text[at]), text.size() - at);
}

bool spaceless_at(std::string_view text, std::size_t at) {
    return is_spaceless(letter_value(text.substr(at, width_at(text, at))));
}

// Where the run that begins at `at` ends: letters of one kind.
std::size_t end_of_run(std::string_view chunk, std::size_t at, bool kind) {
    while (at < chunk.size() && spaceless_at(chunk, at) == kind) at += width_at(chunk, at);
    return at;
}

template <class Visit>
void each_pair(std::string_view run, const Visit& visit) {
    for (std::size_t at = 0; at < run.size();) {
        const auto one = width_at(run, at);
        const auto two = at + one < run.size() ? one + width_at(run, at + one) : one;
        visit(run.substr(at, two));
        at += one;
    }
}

template <class Visit>
void each_run(std::string_view chunk, const Visit& visit) {
    for (std::size_t at = 0; at < chunk.size();) {
        const bool kind = spaceless_at(chunk, at);
        const auto end = end_of_run(chunk, at, kind);
        const auto run = chunk.substr(at, end - at);
        kind ? each_pair(run, visit) : visit(run);
        at = end;
    }
}

}  // namespace

std::size_t letter_width(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

char32_t letter_value(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (text.size() == 1) return lead;
    char32_t value = lead & (0xFFu >> (text.size() + 1));
    for (const char c : text.substr(1)) value = (value << 6) | (static_cast<unsigned char>(c) & 0x3Fu);
    return value;
}

std::size_t letter_count(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; }));
}

bool is_spaceless(char32_t letter) {
    return letter >= spaceless[0].first &&
           std::any_of(spaceless.begin(), spaceless.end(),
                       [&](const Range& range) { return letter >= range.first && letter <= range.last; });
}

void each_word(std::string_view folded, const std::function<void(std::string_view word)>& visit) {
    while (!folded.empty()) {
        const auto end = std::min(folded.find(' '), folded.size());
        const auto chunk = folded.substr(0, end);
        // Such scripts begin where UTF-8 takes three bytes.
        const bool plain = std::none_of(chunk.begin(), chunk.end(),
                                        [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
        if (plain && !chunk.empty())
            visit(chunk);
        else
            each_run(chunk, visit);
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
}

}  // namespace makegood::core::catalogue
