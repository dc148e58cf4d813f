#include <algorithm>
#include <ranges>

#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {
namespace {

// One word of a query: the vocabulary from `first` up to `last` begins with it, and so do the numbers.
struct Needle {
    std::string text;
    WordId first = 0, last = 0;
    std::span<const Row> numbered;
    std::size_t rows = 0;  // at most, that it is found in
};

Needle needle(const Catalogue::Impl& all, std::string text) {
    Needle made;
    const auto before = [&](WordId word) { return all.words[word].substr(0, text.size()) < text; };
    const auto not_after = [&](WordId word) { return all.words[word].substr(0, text.size()) <= text; };
    const auto ids = std::views::iota(WordId{0}, static_cast<WordId>(all.words.size()));
    made.first = static_cast<WordId>(std::ranges::partition_point(ids, before) - ids.begin());
    made.last = static_cast<WordId>(std::ranges::partition_point(ids, not_after) - ids.begin());
    const auto low = std::ranges::partition_point(
        all.by_number, [&](Row row) { return all.number(row).substr(0, text.size()) < text; });
    const auto high = std::partition_point(
        low, all.by_number.end(), [&](Row row) { return all.number(row).substr(0, text.size()) <= text; });
    made.numbered = {low, high};
    made.rows = made.numbered.size();
    if (made.first < made.last) made.rows += all.word_rows_at[made.last] - all.word_rows_at[made.first];
    made.text = std::move(text);
    return made;
}

bool bears(const Catalogue::Impl& all, Row row, const Needle& needle) {
    const auto words = all.row_words.part(all.row_words_at, row);
    return all.number(row).starts_with(needle.text) ||
           std::any_of(words.begin(), words.end(),
                       [&](WordId word) { return word >= needle.first && word < needle.last; });
}

// The best rows so far; two letters can be in every row, so the others are dropped as they come.
class Best {
  public:
    explicit Best(std::size_t limit) : limit_(limit) {}

    // In order of rank: not on the shelf first, then shorter names, then as imported.
    void add(Row row, bool on_shelf, std::size_t name_length) {
        const auto length = static_cast<std::uint64_t>(std::min<std::size_t>(name_length, 0xFFFF));
        const std::uint64_t rank = (std::uint64_t{on_shelf} << 48) | (length << 32) | row;
        if (ranks_.size() == limit_) {
            if (rank >= ranks_.front()) return;
            std::pop_heap(ranks_.begin(), ranks_.end());
            ranks_.pop_back();
        }
        ranks_.push_back(rank);
        std::push_heap(ranks_.begin(), ranks_.end());
    }

    std::vector<Row> rows() {
        std::sort_heap(ranks_.begin(), ranks_.end());
        std::vector<Row> rows;
        for (const auto rank : ranks_) rows.push_back(static_cast<Row>(rank));
        return rows;
    }

  private:
    std::size_t limit_;
    std::vector<std::uint64_t> ranks_;
};

}  // namespace

std::vector<Row> Catalogue::search(std::string_view query, std::size_t limit) const {
    const Impl& all = *impl_;
    std::vector<Needle> needles;
    std::size_t letters = 0;
    const std::string folded = fold(query);
    for (std::string_view rest = folded; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        letters += end;
        needles.push_back(needle(all, std::string(rest.substr(0, end))));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (letters < 2 || limit == 0 || all.rows() == 0) return {};
    // The rarest one brings the rows, the others only say yes or no.
    std::ranges::sort(needles, {}, &Needle::rows);
    std::vector<Row> rows(needles[0].numbered.begin(), needles[0].numbered.end());
    for (WordId word = needles[0].first; word < needles[0].last; ++word) {
        const auto more = rows_with(word);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    Best best(limit);
    for (const Row row : rows) {
        const bool has_all = std::all_of(needles.begin() + 1, needles.end(),
                                         [&](const Needle& other) { return bears(all, row, other); });
        if (has_all) best.add(row, all.stock[row] > 0, all.name(row).size());  // unknown stock counts as none
    }
    return best.rows();
}

}  // namespace makegood::core::catalogue
