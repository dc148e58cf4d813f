#include <algorithm>
#include <bit>
#include <cstring>

#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {
namespace {

// The words of a folded query, each with the space before it that begins a word; longest first, because
// it is in the fewest lines.
std::vector<std::string> needles(std::string_view query) {
    std::vector<std::string> words;
    std::string folded = fold(query);
    for (std::string_view rest = folded; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        words.push_back(" " + std::string(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return words;
}

constexpr std::uint64_t each_byte = 0x0101010101010101, all_but_highest = 0x7F7F7F7F7F7F7F7F;

// Eight bytes, the first one lowest.
std::uint64_t eight_at(const char* text) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text, sizeof eight);
    return std::endian::native == std::endian::little ? eight : __builtin_bswap64(eight);
}

// The highest bit of each byte that is zero in `eight`.
std::uint64_t zero_bytes(std::uint64_t eight) {
    return ~(((eight & all_but_highest) + all_but_highest) | eight | all_but_highest);
}

// The first `needle` (a space and at least one letter), or null. Looks at eight places at a time: short
// needles hit often, where memmem spends its time on setting up.
const char* find_in(const char* at, const char* end, const std::string& needle) {
    const auto is_here = [&](const char* place) {
        return std::memcmp(place, needle.data(), needle.size()) == 0;
    };
    const std::uint64_t first = each_byte * static_cast<unsigned char>(needle[0]);
    const std::uint64_t second = each_byte * static_cast<unsigned char>(needle[1]);
    const char* const last = end - needle.size();
    for (; at + 8 <= last; at += 8) {
        for (auto both = zero_bytes(eight_at(at) ^ first) & zero_bytes(eight_at(at + 1) ^ second);
             both != 0;) {
            const int place = std::countr_zero(both) / 8;
            if (is_here(at + place)) return at + place;
            both &= both - 1;
        }
    }
    for (; at <= last; ++at)
        if (is_here(at)) return at;
    return nullptr;
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
    const auto words = needles(query);
    std::size_t letters = 0;
    for (const auto& word : words) letters += word.size() - 1;
    if (letters < 2 || limit == 0) return {};

    const Impl& all = *impl_;
    const char* const text = all.folded.data();
    const char* const end = text + all.folded.size();
    Best best(limit);
    Row row = 0;
    for (const char* hit = text; (hit = find_in(hit, end, words[0])) != nullptr;) {
        const auto at = static_cast<std::uint32_t>(hit - text);
        while (all.folded_at[row + 1] <= at) ++row;
        const char* const line = text + all.folded_at[row];
        const char* const next = text + all.folded_at[row + 1];
        const bool has_all = std::all_of(words.begin() + 1, words.end(), [&](const auto& word) {
            return find_in(line, next, word) != nullptr;
        });
        if (has_all) best.add(row, all.stock[row] > 0, all.name(row).size());  // unknown stock counts as none
        hit = next;
    }
    return best.rows();
}

}  // namespace makegood::core::catalogue
