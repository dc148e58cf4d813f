#include <algorithm>

#include "app/core/catalogue/catalogue_impl.hpp"
#include "app/core/catalogue/row_set.hpp"
#include "app/core/catalogue/word_pieces.hpp"
#include "app/core/catalogue/word_range.hpp"

namespace makegood::core::catalogue {
namespace {

// A set is an eighth of a byte an article, so all of them are 16 bytes an article.
constexpr std::size_t most_sets = 128, letters_of_beginnings = 3;
// Rarer words are as quickly read from their rows.
constexpr std::size_t least_share = 64, least_rows = 4096;

// The words that begin with the same one, two or three letters, and each word alone, where many articles have
// them.
class CommonWords {
  public:
    explicit CommonWords(const Catalogue::Impl& all) : all_(all) {
        for (std::size_t letters = 1; letters <= letters_of_beginnings; ++letters) add_beginnings(letters);
        for (WordId word = 0; word < all.words.size(); ++word) add({word, word + 1});
        std::ranges::stable_sort(found_, std::greater(), [&](const auto& words) { return rows(words); });
        if (found_.size() > most_sets) found_.resize(most_sets);
        std::ranges::sort(found_, [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : a.last > b.last;
        });
        const auto last = std::ranges::unique(found_);
        found_.erase(last.begin(), last.end());
    }
    std::vector<CommonRange> take() { return std::move(found_); }

  private:
    void add_beginnings(std::size_t letters) {
        for (WordId first = 0; first < all_.words.size();) {
            const auto text = all_.words[first];
            std::size_t bytes = 0;
            for (std::size_t i = 0; i < letters && bytes < text.size(); ++i)
                bytes += letter_width(text[bytes]);
            WordId last = first + 1;
            while (last < all_.words.size() && all_.words_alike[last] >= bytes) ++last;
            add({first, last});
            first = last;
        }
    }
    void add(const CommonRange& words) {
        if (rows(words) >= all_.rows() / least_share) found_.push_back(words);
    }
    std::size_t rows(const CommonRange& words) const {
        return all_.word_rows_at[words.last] - all_.word_rows_at[words.first];
    }

    const Catalogue::Impl& all_;
    std::vector<CommonRange> found_;
};

}  // namespace

void Catalogue::Impl::rank_rows() {
    std::vector<std::uint64_t> keys;
    keys.reserve(rows());
    for (Row row = 0; row < rows(); ++row) {
        const bool on_shelf = stock[row] > 0;  // unknown stock counts as none
        const auto length = std::min<std::uint64_t>(name(row).size(), 0xFFFF);
        keys.push_back((std::uint64_t{on_shelf} << 48) | (length << 32) | row);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> ranks(rows());
    std::vector<Row> ranked(rows());
    std::vector<std::uint8_t> name_words_ranked(rows());
    for (std::uint32_t at = 0; at < rows(); ++at) {
        ranked[at] = static_cast<Row>(keys[at]);
        ranks[ranked[at]] = at;
        name_words_ranked[at] = name_words[ranked[at]];
    }
    rank = std::move(ranks);
    by_rank = std::move(ranked);
    rank_name_words = std::move(name_words_ranked);
}

void Catalogue::Impl::group_rows_by_size() {
    std::vector<std::uint32_t> at(sizes.size() + 1, 0);
    for (const auto each : size) ++at[each + 1];
    for (std::size_t i = 1; i < at.size(); ++i) at[i] += at[i - 1];
    std::vector<Row> grouped(rows());
    auto next = at;
    for (Row row = 0; row < rows(); ++row) grouped[next[size[row]]++] = row;
    size_rows_at = std::move(at);
    size_rows = std::move(grouped);
}

void Catalogue::Impl::keep_common_words() {
    if (rows() < least_rows) return;
    auto ranges = CommonWords(*this).take();
    std::vector<std::uint64_t> bits;
    for (const auto& range : ranges) {
        RowSet set(rows());
        set.add(rows_of(*this, range.first, range.last), rank.data());
        bits.insert(bits.end(), set.bits().begin(), set.bits().end());
    }
    common = std::move(ranges);
    common_rows = std::move(bits);
}

}  // namespace makegood::core::catalogue
