#include "app/core/substitute/age_words.hpp"

#include <algorithm>

#include "app/core/catalogue/catalogue.hpp"
#include "app/core/catalogue/word_pieces.hpp"
#include "app/core/substitute/plain_words.hpp"

namespace makegood::core::substitute {
namespace {

// Singular; "spirits" alone means drinks only so.
constexpr std::array<std::string_view, 26> adult_words{
    "ale",     "beer",    "bourbon",  "brandy",   "champagne", "cider", "cigar",   "gin",      "lager",
    "liqueur", "liquor",  "nicotine", "prosecco", "rum",       "sake",  "tequila", "tobacco",  "vape",
    "vodka",   "whiskey", "whisky",   "wine",     "bier",      "wein",  "biere",   "cigarette"};
constexpr std::array<std::string_view, 6> alcohol_words{"alcohol", "alcoholic", "alkohol",
                                                        "alcool",  "alcol",     "alc"};
// Beside these words the ones above are a flavour, a dish or a drink without alcohol.
constexpr std::array<std::string_view, 14> flavour_words{
    "battered", "cake", "candy",  "chocolate", "ginger", "glasses", "gum",
    "gums",     "nuts", "raisin", "root",      "sauce",  "sausage", "vinegar"};
constexpr std::array<std::string_view, 2> doubtful_words{"glass", "zero"};
constexpr std::array<std::string_view, 7> no_words{"no", "non", "without", "ohne", "sans", "sin", "senza"};
constexpr std::array<std::string_view, 3> free_words{"free", "frei", "vrij"};
constexpr std::array<std::string_view, 4> of_words{"of", "from", "de", "von"};
constexpr std::array<std::string_view, 7> without_alcohol{
    "alkoholfrei", "alcoholvrij", "alcoholfree", "dealcohol", "entalkoholis", "analcolic", "desalcool"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_mark(char c) {
    return c == '.' || c == ',';
}

enum class Zero : std::uint8_t { none, doubtful, sure };

std::string_view without_spaces(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    return text;
}

bool begins_with_letter(std::string_view text) {
    return !text.empty() && (text[0] | 0x20) >= 'a' && (text[0] | 0x20) <= 'z';
}

bool begins_with_alcohol(std::string_view text) {
    for (const std::string_view word : {"alc", "vol", "abv"}) {
        bool same = text.size() >= word.size();
        for (std::size_t at = 0; same && at < word.size(); ++at) same = (text[at] | 0x20) == word[at];
        if (same) return true;
    }
    return false;
}

// Of what there is nothing: `rest` stands behind "0" or "0.0". "0 % sugar" says nothing of alcohol.
Zero zero_before(std::string_view rest, bool decimals) {
    rest = without_spaces(rest);
    const bool per_cent = rest.starts_with('%');
    if (per_cent) rest = without_spaces(rest.substr(1));
    if (begins_with_alcohol(rest)) return Zero::sure;
    if (per_cent && begins_with_letter(rest)) return Zero::doubtful;
    return per_cent || decimals ? Zero::sure : Zero::none;
}

// "0.0", "0,00", "0 %", "0 alcohol"; not of "0,75 l", "5.0" and "10 %".
Zero zero_of(std::string_view text) {
    for (std::size_t at = text.find('0'); at < text.size(); at = text.find('0', at)) {
        const bool begins = at == 0 || !(is_digit(text[at - 1]) || is_mark(text[at - 1]));
        std::size_t end = at + 1;
        const bool decimals = end + 1 < text.size() && is_mark(text[end]) && text[end + 1] == '0';
        if (decimals) end = std::min(text.find_first_not_of('0', end + 1), text.size());
        at = end;
        const auto digit_at = [&](std::size_t place) { return place < text.size() && is_digit(text[place]); };
        const bool goes_on = digit_at(end) || (end < text.size() && is_mark(text[end]) && digit_at(end + 1));
        if (!begins || goes_on) continue;
        if (const Zero zero = zero_before(text.substr(end), decimals); zero != Zero::none) return zero;
    }
    return Zero::none;
}

}  // namespace

AgeHint age_hint_of(std::string_view word) {
    if (among(adult_words, singular(word)) || word == "spirits") return AgeHint::adult;
    if (among(alcohol_words, word)) return AgeHint::alcohol;
    if (among(flavour_words, word)) return AgeHint::flavour;
    if (among(doubtful_words, word)) return AgeHint::doubt;
    if (among(no_words, word)) return AgeHint::no;
    if (among(free_words, word)) return AgeHint::free;
    if (among(of_words, word)) return AgeHint::of;
    for (const auto beginning : without_alcohol)
        if (word.starts_with(beginning)) return AgeHint::without;
    return AgeHint::none;
}

// "alcohol free", "no alcohol", "zero alcohol", "free of alcohol"; "gluten free" says nothing.
void AgeReader::add(AgeHint hint) {
    const bool denied = before_ == AgeHint::no || before_ == AgeHint::doubt || before_ == AgeHint::of;
    switch (hint) {
        case AgeHint::alcohol:
            (denied ? without_ : alcohol_) = true;
            break;
        case AgeHint::free:
            if (before_ == AgeHint::alcohol) without_ = true;
            break;
        case AgeHint::of:  // counts behind "free" only
            before_ = before_ == AgeHint::free ? AgeHint::of : AgeHint::none;
            return;
        case AgeHint::adult:
            adult_ = true;
            break;
        case AgeHint::flavour:
            flavour_ = true;
            break;
        case AgeHint::doubt:
            doubt_ = true;
            break;
        case AgeHint::without:
            without_ = true;
            break;
        case AgeHint::none:
        case AgeHint::no:
            break;
    }
    before_ = hint;
}

AgeWords AgeReader::read(std::string_view text) const {
    if (without_) return AgeWords::without;
    if (!adult_ && !alcohol_) return AgeWords::nothing;
    const Zero zero = zero_of(text);
    if (zero == Zero::sure) return AgeWords::without;
    if (doubt_ || zero == Zero::doubtful || (alcohol_ && flavour_)) return AgeWords::doubtful;
    return flavour_ ? AgeWords::flavour : AgeWords::adult;
}

AgeWords age_words_of(std::string_view text) {
    AgeReader reader;
    catalogue::each_word(catalogue::fold(text),
                         [&](std::string_view word) { reader.add(age_hint_of(word)); });
    return reader.read(text);
}

}  // namespace makegood::core::substitute
