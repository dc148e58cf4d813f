// Which words of a catalogue begin with a text.
#pragma once
#include <algorithm>
#include <ranges>
#include <string_view>

#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {

struct WordRange {
    WordId first = 0, last = 0;
    bool exact = false;  // the first is the text itself
    bool empty() const { return first == last; }
};

inline WordRange words_beginning(const Catalogue::Impl& all, std::string_view text) {
    const auto ids = std::views::iota(WordId{0}, static_cast<WordId>(all.words.size()));
    const auto low = std::ranges::partition_point(
        ids, [&](WordId word) { return all.words[word].substr(0, text.size()) < text; });
    const auto high = std::ranges::partition_point(std::ranges::subrange(low, ids.end()), [&](WordId word) {
        return all.words[word].substr(0, text.size()) <= text;
    });
    WordRange range{static_cast<WordId>(low - ids.begin()), static_cast<WordId>(high - ids.begin()), false};
    range.exact = !range.empty() && all.words[range.first] == text;
    return range;
}

inline std::span<const Row> rows_of(const Catalogue::Impl& all, WordId first, WordId last) {
    if (first == last) return {};
    const auto begin = all.word_rows_at[first];
    return all.word_rows.span().subspan(begin, all.word_rows_at[last] - begin);
}

}  // namespace makegood::core::catalogue
