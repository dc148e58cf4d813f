#include <cstring>

#include <algorithm>

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

const char* find_in(const char* begin, const char* end, const std::string& needle) {
    return static_cast<const char*>(
        memmem(begin, static_cast<std::size_t>(end - begin), needle.data(), needle.size()));
}

}  // namespace

std::vector<Row> Catalogue::search(std::string_view query, std::size_t limit) const {
    const auto words = needles(query);
    std::size_t letters = 0;
    for (const auto& word : words) letters += word.size() - 1;
    if (letters < 2 || limit == 0) return {};

    const Impl& all = *impl_;
    const char* const text = all.folded.data();
    const char* const end = text + all.folded.size();
    std::vector<Row> rows;
    Row row = 0;
    for (const char* hit = text; (hit = find_in(hit, end, words[0])) != nullptr;) {
        const auto at = static_cast<std::uint32_t>(hit - text);
        while (all.folded_at[row + 1] <= at) ++row;
        const char* const line = text + all.folded_at[row];
        const char* const next = text + all.folded_at[row + 1];
        const bool has_all = std::all_of(words.begin() + 1, words.end(), [&](const auto& word) {
            return find_in(line, next, word) != nullptr;
        });
        if (has_all) rows.push_back(row);
        hit = next;
    }
    const auto on_shelf = [&](Row each) { return all.stock[each] > 0; };  // unknown counts as none
    const auto better = [&](Row a, Row b) {
        if (on_shelf(a) != on_shelf(b)) return on_shelf(b);
        const auto length_a = all.name(a).size(), length_b = all.name(b).size();
        return length_a != length_b ? length_a < length_b : a < b;
    };
    const auto shown = std::min(limit, rows.size());
    std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(shown), rows.end(), better);
    rows.resize(shown);
    return rows;
}

}  // namespace makegood::core::catalogue
