// What the labels of an article claim, in words that can be compared.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace makegood::core::substitute {

// Every label is a claim on which somebody may depend ("gluten-free", "vegan", "organic", "msc"), except
// marks of packaging, origin, score and trade ("green dot", "made in France", "nutriscore", "new") and age
// limits.
struct Claims {
    std::vector<std::string> words;  // as one_claim() writes them, in alphabetical order, each once
    int age = 0;                     // years that a buyer must have; 0: anybody may buy it
    bool has(std::string_view claim) const;
};

Claims claims_of(std::span<const std::string_view> labels);

// The age limit of a label: "age 16", "18+", "over 18"; "alcohol", "tobacco", "nicotine" and "adults only"
// are 18. 0: it is not about age, as "0 % alcohol" and "from 12 months" are not.
int age_of(std::string_view label);
// From this age on a limit is that of wine, beer or tobacco; below, of toys and films.
inline constexpr int adult_from = 16;

// One way to write what is said in many: "No gluten", "without gluten", "glutenfrei" and "en:gluten-free" are
// "gluten free"; "EU organic" and "bio" are "organic". Empty when it claims nothing, or denies it: "not
// vegan", "unsuitable for vegetarians".
std::string one_claim(std::string_view label);

// Whether everything that `missing` claims is claimed by `candidate` too. Unknown means no.
bool keeps_claims(const Claims& missing, const Claims& candidate);

// Whether only who may buy `missing` is offered `candidate`: its age limit is not higher.
bool keeps_age(const Claims& missing, const Claims& candidate);

}  // namespace makegood::core::substitute
