#include "app/core/catalogue/word_order.hpp"

#include <algorithm>

namespace makegood::core::catalogue {
namespace {

// Bytes that both begin or end with; more when they are the same.
std::size_t likeness(std::string_view a, std::string_view b) {
    if (a == b) return 2 * a.size();
    const auto begin = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
    const auto end = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
    return static_cast<std::size_t>(begin + end);
}

// Where `asked` stands among the words of an article.
std::size_t place_of(const Catalogue::Impl& all, std::span<const WordId> words, std::string_view asked) {
    std::size_t place = 0, most = 0;
    for (std::size_t at = 0; at < words.size(); ++at)
        if (const auto shared = likeness(asked, all.words[words[at]]); shared > most) {
            most = shared;
            place = at;
        }
    return place;
}

}  // namespace

std::size_t neighbours_apart(const Catalogue::Impl& all, const Query& query, Row row) {
    const auto words = all.row_words.part(all.row_words_at, row);
    std::size_t apart = 0, before = 0;
    for (std::size_t word = 0; word < query.words.size(); ++word) {
        const auto place = place_of(all, words, query.words[word].text);
        if (word > 0 && place != before + 1) ++apart;
        before = place;
    }
    return apart;
}

}  // namespace makegood::core::catalogue
