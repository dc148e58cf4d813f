// What is known of an article's allergens. One list keeps both: "milk" is in it, "traces of nuts" may be,
// "none" says that there are none. An empty list means "not known".
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace makegood::core::substitute {

// Families of allergens that a customer may name; one bit each.
namespace family {
enum Family : std::uint32_t {
    gluten = 1,
    crustaceans = 2,
    eggs = 4,
    fish = 8,
    peanuts = 16,
    soy = 32,
    milk = 64,
    tree_nuts = 128,
    celery = 256,
    mustard = 512,
    sesame = 1024,
    sulphites = 2048,
    lupin = 4096,
    molluscs = 8192,
};
}  // namespace family

struct Allergens {
    std::vector<std::string> contained, traces;  // as written, folded and singular, in alphabetical order
    std::uint32_t families = 0;                  // of all of them
    std::uint32_t contained_families = 0;
    bool listed = false;   // anything at all is said
    bool known = false;    // what is contained was said; traces alone do not say that
    bool readable = true;  // all words are known here; one that is not may be any allergen
};

Allergens allergens_of(std::span<const std::string_view> list);

// The families that a word or phrase names; 0: not known here. "hazelnut" is a tree nut, "wheat" is gluten.
std::uint32_t families_of(std::string_view words);

// No allergen and no trace comes in that the missing one does not have; what it contains may be a trace in
// the other. Names are compared one by one: hazelnuts do not allow almonds, nor does "soy" allow "soya".
// Where it is known what the missing one contains, it must be known of the other: not known means no. Where
// nothing is known of the missing one, nothing can be compared.
bool keeps_allergens(const Allergens& missing, const Allergens& candidate);

// Safe for somebody who named these families: all is known, and they are neither in it nor may be.
bool is_free_of(const Allergens& candidate, std::uint32_t families);

}  // namespace makegood::core::substitute
