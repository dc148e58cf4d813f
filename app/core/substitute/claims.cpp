#include "app/core/substitute/claims.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/core/catalogue/catalogue.hpp"

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
constexpr std::array<std::string_view, 5> not_having{"no", "without", "sans", "ohne", "zero"};
constexpr std::array<std::string_view, 4> denying{"non", "not", "maybe", "nicht"};
constexpr std::array<std::string_view, 3> glued_ends{"free", "frei", "vrij"};
constexpr std::array<std::string_view, 6> about_age{"age", "over", "from", "ab", "plus", "year"};
constexpr std::array<std::string_view, 7> adult{"alcohol", "alcoholic", "tobacco", "nicotine",
                                                "adult",   "alkohol",   "tabak"};
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
                                                 "francais",
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
bool among(const std::array<std::string_view, Count>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string joined(const Words& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t at = from; at < to; ++at) text += (text.empty() ? "" : " ") + words[at];
    return text;
}

std::string substance(std::string name) {
    for (const auto& [from, to] : same_substance)
        if (name == from) return std::string(to);
    return name;
}

// "gluten" of "no gluten", "gluten free", "free from gluten", "glutenfree"; empty when it is no such label.
std::string what_it_is_free_of(const Words& words) {
    const auto count = words.size();
    if (count >= 2 && (among(not_having, words[0]) || words[0] == "non"))
        return substance(joined(words, 1, count));
    if (count >= 3 && words[0] == "free" && (words[1] == "from" || words[1] == "of"))
        return substance(joined(words, 2, count));
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
    for (const auto& word : words)
        for (const auto& [from, to] : telling)
            if (word == from) return to;
    return {};
}

bool is_age(std::string_view word) {
    return word.size() == 2 && word >= "12" && word <= "25";
}

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
    if (text.size() > 3 && text[2] == ':') text.remove_prefix(3);
    Words words;
    const auto folded = catalogue::fold(text);
    for (std::size_t from = 0; from < folded.size();) {
        const auto to = std::min(folded.find(' ', from), folded.size());
        auto word = folded.substr(from, to - from);
        if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us"))
            word.pop_back();
        if (!word.empty()) words.push_back(std::move(word));
        from = to + 1;
    }
    return words;
}

int age_of(std::string_view label) {
    const auto words = plain_words(label);
    if (!what_it_is_free_of(words).empty()) return 0;
    const bool aged = words.size() == 1 || std::any_of(words.begin(), words.end(), [](const auto& word) {
                          return among(about_age, word);
                      });
    for (const auto& word : words)
        if (aged && is_age(word)) return (word[0] - '0') * 10 + (word[1] - '0');
    return std::any_of(words.begin(), words.end(), [](const auto& word) { return among(adult, word); }) ? 18
                                                                                                        : 0;
}

std::string one_claim(std::string_view label) {
    const auto words = plain_words(label);
    if (words.empty()) return {};
    if (const auto without = what_it_is_free_of(words); !without.empty()) {
        // "not vegan" is no claim, nor is "no vegan".
        return telling_word({without}).empty() ? without + " free" : std::string();
    }
    if (age_of(label) > 0 || among(denying, words[0])) return {};
    if (const auto word = telling_word(words); !word.empty()) return std::string(word);
    auto text = joined(words, 0, words.size());
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
