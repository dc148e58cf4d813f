#include "app/core/substitute/allergens.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "app/core/substitute/plain_words.hpp"

namespace makegood::core::substitute {
namespace {

using namespace family;

struct Member {
    std::string_view word;
    std::uint32_t families;
};
// Singular, folded.
constexpr std::array<Member, 91> members{{
    {"gluten", gluten},
    {"wheat", gluten},
    {"barley", gluten},
    {"rye", gluten},
    {"oat", gluten},
    {"spelt", gluten},
    {"kamut", gluten},
    {"malt", gluten},
    {"semolina", gluten},
    {"weizen", gluten},
    {"gerste", gluten},
    {"roggen", gluten},
    {"hafer", gluten},
    {"dinkel", gluten},
    {"ble", gluten},
    {"cereal", gluten},
    {"crustacean", crustaceans},
    {"shrimp", crustaceans},
    {"prawn", crustaceans},
    {"crab", crustaceans},
    {"lobster", crustaceans},
    {"shellfish", crustaceans | molluscs},
    {"egg", eggs},
    {"eier", eggs},
    {"oeuf", eggs},
    {"huevo", eggs},
    {"fish", fish},
    {"salmon", fish},
    {"tuna", fish},
    {"cod", fish},
    {"anchovy", fish},
    {"anchovie", fish},
    {"fisch", fish},
    {"poisson", fish},
    {"peanut", peanuts},
    {"groundnut", peanuts},
    {"erdnuss", peanuts},
    {"arachide", peanuts},
    {"soy", soy},
    {"soya", soy},
    {"soybean", soy},
    {"soja", soy},
    {"milk", milk},
    {"dairy", milk},
    {"lactose", milk},
    {"whey", milk},
    {"casein", milk},
    {"butter", milk},
    {"cream", milk},
    {"cheese", milk},
    {"lait", milk},
    {"milch", milk},
    {"leche", milk},
    {"yogurt", milk},
    {"nut", tree_nuts},
    {"almond", tree_nuts},
    {"hazelnut", tree_nuts},
    {"walnut", tree_nuts},
    {"cashew", tree_nuts},
    {"pecan", tree_nuts},
    {"pistachio", tree_nuts},
    {"macadamia", tree_nuts},
    {"nuss", tree_nuts},
    {"nusse", tree_nuts},
    {"noix", tree_nuts},
    {"noisette", tree_nuts},
    {"amande", tree_nuts},
    {"celery", celery},
    {"celeriac", celery},
    {"sellerie", celery},
    {"celeri", celery},
    {"mustard", mustard},
    {"senf", mustard},
    {"moutarde", mustard},
    {"sesame", sesame},
    {"sesam", sesame},
    {"sulphite", sulphites},
    {"sulfite", sulphites},
    {"sulphur", sulphites},
    {"sulfur", sulphites},
    {"sulfit", sulphites},
    {"suplhite", sulphites},
    {"lupin", lupin},
    {"lupine", lupin},
    {"mollusc", molluscs},
    {"mollusk", molluscs},
    {"mussel", molluscs},
    {"oyster", molluscs},
    {"squid", molluscs},
    {"clam", molluscs},
    {"snail", molluscs},
}};

// Longest first.
constexpr std::array<std::string_view, 6> trace_words{"may contain trace of ",
                                                      "peut contenir des trace de ",
                                                      "may contain ",
                                                      "contain trace of ",
                                                      "trace of ",
                                                      "trace "};
constexpr std::array<std::string_view, 6> said_to_be_none{"none",  "no allergen", "allergen free",
                                                          "keine", "aucun",       "without allergen"};
// Stand beside names and name nothing themselves.
constexpr std::array<std::string_view, 14> fillers{"and",     "of",      "or",    "seed", "dioxide",
                                                   "tree",    "autre",   "fruit", "a",    "coque",
                                                   "product", "protein", "the",   "other"};

constexpr bool members_are_plain() {
    for (const auto& member : members)
        if (!is_plain(member.word)) return false;
    return true;
}
constexpr bool prefixes_are_plain() {
    for (const auto prefix : trace_words)
        if (!is_plain(prefix.substr(0, prefix.size() - 1))) return false;
    return true;
}
static_assert(members_are_plain() && prefixes_are_plain() && all_plain(said_to_be_none) &&
              all_plain(fillers));

std::optional<std::uint32_t> families_of_word(std::string_view word) {
    for (const auto& member : members)
        if (word == member.word) return member.families;
    if (among(fillers, word)) return 0;
    return std::nullopt;
}

// "fruit à coque" is one name of three words.
std::uint32_t families_of_phrase(std::string_view text) {
    return text.find("fruit a coque") != text.npos ? std::uint32_t{tree_nuts} : 0;
}

void sort_once(std::vector<std::string>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

void add(Allergens& all, std::string_view entry) {
    auto text = joined(plain_words(entry));
    if (text.empty()) return;
    all.listed = true;
    if (among(said_to_be_none, text)) {
        all.known = true;
        return;
    }
    bool trace = false;
    for (const auto prefix : trace_words)
        if (!trace && text.starts_with(prefix)) {
            text.erase(0, prefix.size());
            trace = true;
        }
    bool any_known = families_of_phrase(text) != 0, all_known = true;
    std::uint32_t families = families_of_phrase(text);
    for (const auto& word : plain_words(text)) {
        const auto of_word = families_of_word(word);
        all_known = all_known && of_word.has_value();
        any_known = any_known || of_word.value_or(0) != 0;
        families |= of_word.value_or(0);
    }
    all.readable = all.readable && any_known && all_known;
    all.families |= families;
    all.known = all.known || !trace;
    if (!trace) all.contained_families |= families;
    (trace ? all.traces : all.contained).push_back(std::move(text));
}

}  // namespace

Allergens allergens_of(std::span<const std::string_view> list) {
    Allergens all;
    for (const auto entry : list) add(all, entry);
    sort_once(all.contained);
    sort_once(all.traces);
    return all;
}

std::uint32_t families_of(std::string_view words) {
    const auto plain = plain_words(words);
    std::uint32_t families = families_of_phrase(joined(plain));
    for (const auto& word : plain) families |= families_of_word(word).value_or(0);
    return families;
}

bool keeps_allergens(const Allergens& missing, const Allergens& candidate) {
    if (!missing.listed) return true;
    if (missing.known && !candidate.known) return false;
    const auto in = [](const std::vector<std::string>& words, const std::string& word) {
        return std::binary_search(words.begin(), words.end(), word);
    };
    return std::all_of(candidate.contained.begin(), candidate.contained.end(),
                       [&](const auto& word) { return in(missing.contained, word); }) &&
           std::all_of(candidate.traces.begin(), candidate.traces.end(), [&](const auto& word) {
               return in(missing.contained, word) || in(missing.traces, word);
           });
}

bool is_free_of(const Allergens& candidate, std::uint32_t families) {
    return candidate.known && candidate.readable && (candidate.families & families) == 0;
}

}  // namespace makegood::core::substitute
