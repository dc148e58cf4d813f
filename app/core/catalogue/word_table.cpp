#include "app/core/catalogue/word_table.hpp"

#include <algorithm>
#include <numeric>

#include "app/core/catalogue/word_pieces.hpp"

namespace makegood::core::catalogue {
namespace {

constexpr std::size_t most_words = 255;  // of one article

// How many bytes both begin with.
std::uint8_t alike(std::string_view a, std::string_view b) {
    const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    return static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(end - a.begin(), UINT8_MAX));
}

}  // namespace

void WordTable::add_words(std::string_view text, std::size_t row_begin) {
    if (text.empty()) return;
    folded_.clear();
    fold_onto(text, folded_);
    each_word(folded_, [&](std::string_view text_of_word) {
        const auto word = texts_.id(text_of_word);
        const auto begin = row_words_.begin() + static_cast<std::ptrdiff_t>(row_begin);
        if (row_words_.size() - row_begin < most_words &&
            std::find(begin, row_words_.end(), word) == row_words_.end())
            row_words_.push_back(word);
    });
}

void WordTable::add(std::string_view name, std::initializer_list<std::string_view> others) {
    const std::size_t begin = row_words_.size();
    add_words(name, begin);
    name_words_.push_back(static_cast<std::uint8_t>(row_words_.size() - begin));
    for (const auto text : others) add_words(text, begin);
    MAKEGOOD_CHECK(row_words_.size() < UINT32_MAX);
    row_words_at_.push_back(static_cast<std::uint32_t>(row_words_.size()));
}

void WordTable::finish(Catalogue::Impl& all) {
    const std::uint32_t count = texts_.size() - 1;  // without the empty text
    std::vector<WordId> order(count), new_id(count + 1);
    std::iota(order.begin(), order.end(), 1);
    std::sort(order.begin(), order.end(),
              [&](WordId a, WordId b) { return texts_.text(a) < texts_.text(b); });
    std::vector<char> letters;
    std::vector<std::uint32_t> at{0};
    std::vector<std::uint8_t> words_alike;
    for (WordId id = 0; id < count; ++id) {
        const auto text = texts_.text(order[id]);
        new_id[order[id]] = id;
        words_alike.push_back(id == 0 ? 0 : alike(texts_.text(order[id - 1]), text));
        letters.insert(letters.end(), text.begin(), text.end());
        at.push_back(static_cast<std::uint32_t>(letters.size()));
    }
    texts_ = TextInterner();

    std::vector<std::uint32_t> rows_at(count + 1, 0);
    for (auto& word : row_words_) ++rows_at[(word = new_id[word]) + 1];
    std::partial_sum(rows_at.begin(), rows_at.end(), rows_at.begin());
    std::vector<Row> rows(row_words_.size());
    std::vector<std::uint32_t> next(rows_at.begin(), rows_at.end() - 1);
    for (Row row = 0; row < name_words_.size(); ++row)
        for (auto i = row_words_at_[row]; i < row_words_at_[row + 1]; ++i) rows[next[row_words_[i]]++] = row;

    row_words_.shrink_to_fit();
    all.words = {std::move(letters), std::move(at)};
    all.words_alike = std::move(words_alike);
    all.word_rows_at = std::move(rows_at);
    all.word_rows = std::move(rows);
    all.row_words_at = std::move(row_words_at_);
    all.row_words = std::move(row_words_);
    all.name_words = std::move(name_words_);
}

}  // namespace makegood::core::catalogue
