#include "app/core/substitute/claims.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/core/substitute/plain_words.hpp"

namespace makegood::core::substitute {
namespace {

using Words = std::vector<std::string>;
using Pair = std::pair<std::string_view, std::string_view>;

// Any of these words alone makes the whole label this claim: "EU organic", "Orthodox Union kosher".
constexpr std::array<Pair, 16> telling{{{"vegan", "vegan"},
                                        {"vegano", "vegan"},
                                        {"vegana", "vegan"},
                                        {"vegetarian", "vegetarian"},
                                        {"vegetarisch", "vegetarian"},
                                        {"vegetarien", "vegetarian"},
                                        {"veggie", "vegetarian"},
                                        {"halal", "halal"},
                                        {"kosher", "kosher"},
                                        {"koscher", "kosher"},
                                        {"casher", "kosher"},
                                        {"organic", "organic"},
                                        {"bio", "organic"},
                                        {"biologique", "organic"},
                                        {"biologisch", "organic"},
                                        {"ecologico", "organic"}}};
constexpr std::array<Pair, 12> same_substance{{{"laktose", "lactose"},
                                               {"lactosa", "lactose"},
                                               {"dairy", "milk"},
                                               {"lait", "milk"},
                                               {"milch", "milk"},
                                               {"tree nut", "nut"},
                                               {"sucre", "sugar"},
                                               {"zucker", "sugar"},
                                               {"soya", "soy"},
                                               {"soybean", "soy"},
                                               {"alcoholic", "alcohol"},
                                               {"alkohol", "alcohol"}}};
constexpr std::array<std::string_view, 5> not_having{"no", "without", "san", "ohne", "zero"};
// May stand before those: "contains no gluten", "certified non-GMO" (words are singular: "thi" is "this").
constexpr std::array<std::string_view, 11> leading{"contain",  "containing", "doe",  "it",
                                                   "product",  "thi",        "made", "produced",
                                                   "prepared", "certified",  "with"};
constexpr std::array<std::string_view, 7> denying{"non",        "not", "maybe", "nicht",
                                                  "unsuitable", "pas", "kein"};
constexpr std::array<std::string_view, 3> denying_last{"no", "nein", "nee"};  // "vegan: no"
constexpr std::array<std::string_view, 3> glued_ends{"free", "frei", "vrij"};
constexpr std::array<std::string_view, 6> about_age{"age", "over", "from", "ab", "plus", "year"};
constexpr std::array<std::string_view, 5> months{"month", "monat", "monaten", "moi", "mesi"};
constexpr std::array<std::string_view, 7> adult{"alcohol", "alcoholic", "tobacco", "nicotine",
                                                "adult",   "alkohol",   "tabak"};
constexpr std::array<std::string_view, 3> alcohol{"alcohol", "alcoholic", "alkohol"};
// Behind "bio" they speak of what a thing is made of, or what becomes of it.
constexpr std::array<std::string_view, 4> not_of_bio{"degradable", "based", "abbaubar", "sourced"};
// A label with one of these (words or beginnings of neighbours) says nothing of what is in the package.
constexpr std::array<std::string_view, 33> marks{"nutriscore",
                                                 "nutri score",
                                                 "green dot",
                                                 "point vert",
                                                 "emballage",
                                                 "triman",
                                                 "recycl",
                                                 "fsc",
                                                 "made in",
                                                 "produced in",
                                                 "transformed",
                                                 "packaged in",
                                                 "origin",
                                                 "francai",
                                                 "french",
                                                 "agriculture france",
                                                 "australian made",
                                                 "braille",
                                                 "experiment",
                                                 "distributor",
                                                 "new recipe",
                                                 "advised",
                                                 "deconseille",
                                                 "quality",
                                                 "qualite",
                                                 "selection",
                                                 "award",
                                                 "best seller",
                                                 "offer",
                                                 "discount",
                                                 "promotion",
                                                 "bestseller",
                                                 "sale"};

template <std::size_t Count>
constexpr bool all_plain(const std::array<Pair, Count>& table) {
    for (const auto& [from, to] : table)
        if (!is_plain(from) || !is_plain(to)) return false;
    return true;
}
using substitute::all_plain;
static_assert(all_plain(telling) && all_plain(same_substance) && all_plain(not_having) && all_plain(leading));
static_assert(all_plain(denying) && all_plain(denying_last) && all_plain(glued_ends) && all_plain(about_age));
static_assert(all_plain(months) && all_plain(adult) && all_plain(alcohol) && all_plain(not_of_bio));
static_assert(all_plain(marks));

template <std::size_t Count>
bool any_among(const std::array<std::string_view, Count>& table, const Words& words) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return among(table, word); });
}

bool is_number(std::string_view word) {
    return !word.empty() && word[0] >= '0' && word[0] <= '9';
}
bool is_zero(std::string_view word) {
    return !word.empty() && word.find_first_not_of('0') == word.npos;
}

std::string substance(std::string name) {
    for (const auto& [from, to] : same_substance)
        if (name == from) return std::string(to);
    return name;
}

// "alcohol 0 %", "0.0 % vol alcohol": it is named, and so is no other amount than nothing.
bool is_without_alcohol(const Words& words) {
    bool zero = false;
    for (const auto& word : words) {
        if (is_number(word) && !is_zero(word)) return false;
        zero = zero || is_zero(word);
    }
    return zero && any_among(alcohol, words);
}

// Where the thing begins that is not in it: behind "no", "contains no", "does not contain", "0 %"; else the
// end.
std::size_t behind_not_having(const Words& words) {
    const auto is = [&](std::size_t at, std::string_view word) {
        return at < words.size() && words[at] == word;
    };
    std::size_t at = 0;
    while (at < words.size() && among(leading, words[at])) ++at;
    if (at == words.size()) return at;
    if (is(at, "not") && (is(at + 1, "contain") || is(at + 1, "containing"))) return at + 2;
    if (among(not_having, words[at]) || words[at] == "non") return at + 1;
    if (!is_zero(words[at])) return words.size();
    while (at < words.size() && is_zero(words[at])) ++at;
    return at < words.size() && is_number(words[at]) ? words.size() : at;  // "0.5 % alcohol" is not without
}

// "gluten" of "no gluten", "gluten free", "free from gluten", "glutenfree"; empty when it is no such label.
std::string what_it_is_free_of(const Words& words) {
    const auto count = words.size();
    if (is_without_alcohol(words)) return "alcohol";
    if (const auto from = behind_not_having(words); from < count) return substance(joined(words, from));
    if (count >= 3 && words[0] == "free" && (words[1] == "from" || words[1] == "of"))
        return substance(joined(words, 2));
    if (count >= 2 && among(glued_ends, words.back())) return substance(joined(words, 0, count - 1));
    if (count != 1) return {};
    for (const auto end : glued_ends)
        if (words[0].size() > end.size() + 2 && words[0].ends_with(end))
            return substance(words[0].substr(0, words[0].size() - end.size()));
    return {};
}

bool is_mark(const std::string& text) {
    const auto padded = " " + text;
    return text == "new" || std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
               return padded.find(" " + std::string(mark)) != padded.npos;
           });
}

std::string_view telling_word(const Words& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool of_what = words[at] == "bio" && at + 1 < words.size() && among(not_of_bio, words[at + 1]);
        for (const auto& [from, to] : telling)
            if (words[at] == from && !of_what) return to;
    }
    return {};
}

// "not suitable for vegetarians", "product is not vegan", "vegan: no": what it tells is not so.
bool is_denied(const Words& words) {
    return any_among(denying, words) || (words.size() > 1 && among(denying_last, words.back()));
}

bool is_age(std::string_view word) {
    return word.size() == 2 && is_number(word) && is_number(word.substr(1)) && word >= "12" && word <= "25";
}

}  // namespace

int age_of(std::string_view label) {
    const auto words = plain_words(label);
    if (!what_it_is_free_of(words).empty()) return 0;
    const bool aged = (words.size() == 1 || any_among(about_age, words)) && !any_among(months, words);
    for (const auto& word : words)
        if (aged && is_age(word)) return (word[0] - '0') * 10 + (word[1] - '0');
    return any_among(adult, words) ? 18 : 0;
}

std::string one_claim(std::string_view label) {
    const auto words = plain_words(label);
    if (words.empty()) return {};
    if (const auto without = what_it_is_free_of(words); !without.empty()) {
        // "not vegan" is no claim, nor is "no vegan".
        return telling_word(plain_words(without)).empty() ? without + " free" : std::string();
    }
    if (age_of(label) > 0 || is_denied(words)) return {};
    if (const auto word = telling_word(words); !word.empty()) return std::string(word);
    auto text = joined(words);
    return is_mark(text) ? std::string() : text;
}

Claims claims_of(std::span<const std::string_view> labels) {
    Claims claims;
    for (const auto label : labels) {
        claims.age = std::max(claims.age, age_of(label));
        if (auto claim = one_claim(label); !claim.empty()) claims.words.push_back(std::move(claim));
    }
    if (std::find(claims.words.begin(), claims.words.end(), "vegan") != claims.words.end())
        claims.words.push_back("vegetarian");
    std::sort(claims.words.begin(), claims.words.end());
    claims.words.erase(std::unique(claims.words.begin(), claims.words.end()), claims.words.end());
    return claims;
}

bool Claims::has(std::string_view claim) const {
    return std::binary_search(words.begin(), words.end(), claim, std::less<>());
}

bool keeps_claims(const Claims& missing, const Claims& candidate) {
    return std::includes(candidate.words.begin(), candidate.words.end(), missing.words.begin(),
                         missing.words.end());
}

bool keeps_age(const Claims& missing, const Claims& candidate) {
    return candidate.age <= missing.age;
}

}  // namespace makegood::core::substitute
