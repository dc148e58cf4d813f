#include "app/core/substitute/names.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/core/substitute/plain_words.hpp"

namespace makegood::core::substitute {
namespace {

using catalogue::Row;
using catalogue::WordId;

// They say how a thing looks, hardly what it is for: a pink mirror is no pink pen.
constexpr std::array<std::string_view, 40> describing_words{
    "black",  "blue",   "brown",  "clear", "cream",  "gold",    "golden", "green", "grey",   "gray",
    "ivory",  "lilac",  "orange", "pink",  "purple", "red",     "silver", "white", "yellow", "assorted",
    "design", "colour", "color",  "mini",  "small",  "medium",  "large",  "big",   "set",    "pack",
    "blau",   "gelb",   "grun",   "rot",   "weiss",  "schwarz", "blanc",  "bleu",  "noir",   "rouge"};
constexpr float describing = 0.4f;  // of the weight of other words

bool tells(std::string_view word) {
    const bool digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return !digit && word.size() >= 3;
}

std::uint64_t bit_of(WordId word) {
    return std::uint64_t{1} << ((word * 0x9E3779B1u) >> 26);
}

}  // namespace

Names::Names(const catalogue::Catalogue& articles) : articles_(articles) {
    const auto all = static_cast<double>(articles.size());
    weight_.reserve(articles.words());
    hint_.reserve(articles.words());
    for (WordId id = 0; id < articles.words(); ++id) {
        const auto word = articles.word(id);
        const auto rows = static_cast<double>(articles.rows_with(id).size());
        const auto rare = static_cast<float>(std::log(1 + all / std::max(1.0, rows)));
        weight_.push_back(!tells(word) ? 0 : among(describing_words, word) ? describing * rare : rare);
        hint_.push_back(age_hint_of(word));
    }
}

Names::Sought Names::sought(Row row) const {
    Sought sought;
    double squares = 0;
    for (const WordId word : articles_.name_words(row)) {
        if (weight_[word] == 0) continue;
        sought.words.push_back(word);
        sought.bits |= bit_of(word);
        squares += double{weight_[word]} * weight_[word];
    }
    std::stable_sort(sought.words.begin(), sought.words.end(),
                     [&](WordId a, WordId b) { return weight_[a] > weight_[b]; });
    sought.length = std::sqrt(squares);
    return sought;
}

std::uint64_t Names::bits(Row row) const {
    std::uint64_t bits = 0;
    for (const WordId word : articles_.name_words(row))
        if (weight_[word] != 0) bits |= bit_of(word);
    return bits;
}

// With S the squares of the shared words and n and m the lengths, S / (n m) <= S / (n sqrt(S)).
double Names::likeness_at_most(const Sought& sought, std::uint64_t bits) const {
    if ((sought.bits & bits) == 0) return 0;
    double shared = 0;
    for (const WordId word : sought.words)
        if ((bit_of(word) & bits) != 0) shared += double{weight_[word]} * weight_[word];
    return std::sqrt(shared) / sought.length;
}

double Names::likeness(const Sought& sought, Row other) const {
    double shared = 0, squares = 0;
    for (const WordId word : articles_.name_words(other)) {
        const double square = double{weight_[word]} * weight_[word];
        squares += square;
        if (std::find(sought.words.begin(), sought.words.end(), word) != sought.words.end()) shared += square;
    }
    return shared == 0 ? 0 : shared / (sought.length * std::sqrt(squares));
}

// Its words come once each: where one may take back another, the name itself is read.
AgeWords Names::age_words(Row row) const {
    bool tells_any = false, may_deny = false;
    AgeReader reader;
    for (const WordId word : articles_.name_words(row)) {
        const auto hint = hint_[word];
        tells_any |= hint == AgeHint::adult || hint == AgeHint::alcohol || hint == AgeHint::without;
        may_deny |= hint == AgeHint::alcohol;
        reader.add(hint);
    }
    if (!tells_any) return AgeWords::nothing;
    const auto name = articles_.view(row).name;
    return may_deny ? age_words_of(name) : reader.read(name);
}

}  // namespace makegood::core::substitute
