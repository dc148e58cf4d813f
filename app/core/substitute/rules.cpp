#include "app/core/substitute/rules.hpp"

#include <algorithm>
#include <cmath>

#include "app/core/substitute/article_facts.hpp"
#include "app/core/substitute/plain_words.hpp"

namespace makegood::core::substitute {
namespace {

using catalogue::Size;

// Products of two amounts; ISO C++ has no such type.
__extension__ typedef __int128 Wide;

// So many of `each` that they are not less than `total`.
std::optional<std::int64_t> enough_of(Wide total, std::int64_t each) {
    const Wide pieces = (total + each - 1) / each;
    if (pieces > most_pieces) return std::nullopt;
    return static_cast<std::int64_t>(std::max<Wide>(1, pieces));
}

// A twentieth aside: six cans of 330 ml are a bottle of 2 l.
Wide about(Wide total) {
    return total - total / 20;
}
constexpr double about_least = 0.95;

bool comparable(const Size& a, const Size& b) {
    return a.known() && b.known() && a.unit == b.unit;
}

bool is_too_small(const Size& candidate, const Size& missing, const Rules& rules) {
    return static_cast<Wide>(candidate.total_milli) * 10'000 <
           static_cast<Wide>(missing.total_milli) * rules.smallest_size.basis_points();
}

// In packages: 24 cans of what size ever are not one bottle. A count ("4 ct") is one package beside another
// count, of rolls or tissues; beside anything else it is that many.
std::int64_t units(const Size& size, const Size& other) {
    const bool counted = holds_of(size) == Holds::count && holds_of(other) != Holds::count && other.known();
    return counted ? size.total_milli / 1000 : std::max<std::int64_t>(1, size.pieces);
}

constexpr std::uint32_t any_nut = family::tree_nuts | family::peanuts;

// Families that somebody names who says this word.
std::uint32_t named_families(std::string_view words) {
    const auto families = families_of(words);
    return (families & family::tree_nuts) != 0 && plain_words(words) == std::vector<std::string>{"nut"}
               ? families | any_nut
               : families;
}

constexpr std::uint32_t of_animals =
    family::crustaceans | family::eggs | family::fish | family::milk | family::molluscs;

}  // namespace

bool enough_left(std::optional<std::int64_t> left, std::int64_t pieces, const Rules& rules) {
    return left && *left - rules.keep_on_shelf >= pieces;
}

std::optional<std::int64_t> pieces_for(const Size& missing, std::int64_t asked, const Size& candidate,
                                       const Rules& rules) {
    if (asked < 1 || asked > most_pieces) return std::nullopt;
    const auto each = units(missing, candidate), of_other = units(candidate, missing);
    const bool same = each == of_other, can_compare = comparable(missing, candidate);
    if (same && !(can_compare && is_too_small(candidate, missing, rules))) return asked;
    if (!can_compare) return enough_of(static_cast<Wide>(asked) * each, of_other);
    const auto pieces =
        enough_of(about(static_cast<Wide>(asked) * missing.total_milli), candidate.total_milli);
    if (same && pieces && *pieces > asked * rules.most_for_one) return std::nullopt;
    return pieces;
}

double smallest_for_one(const Rules& rules) {
    const double alone = static_cast<double>(rules.smallest_size.basis_points()) / 1e4;
    return std::min(alone, about_least / static_cast<double>(rules.most_for_one));
}

std::optional<double> total_ratio(const Size& missing, std::int64_t asked, const Size& candidate,
                                  std::int64_t pieces) {
    const auto all = static_cast<double>(pieces) / static_cast<double>(asked);
    if (const auto each = catalogue::size_ratio(candidate, missing)) return *each * all;
    return std::nullopt;
}

bool size_allowed(const std::optional<double>& ratio, const Rules& rules) {
    if (!ratio) return true;
    const double points = *ratio * 10'000;
    return points >= static_cast<double>(rules.smallest_size.basis_points()) &&
           points <= static_cast<double>(rules.largest_size.basis_points());
}

bool price_allowed(std::optional<Money> missing_total, Money candidate_total, const Rules& rules) {
    return !missing_total || candidate_total <= rules.dearest_shelf_price.of(*missing_total);
}

Need need_of(std::string_view chip) {
    Need need;
    const auto claim = one_claim(chip);
    constexpr std::string_view free_end = " free";
    const bool free = claim.ends_with(free_end);
    const auto thing = free ? claim.substr(0, claim.size() - free_end.size()) : claim;
    const auto families = named_families(thing);
    const bool a_claim = thing == "lactose" || (free && thing == "gluten");
    if (families != 0 && !a_claim) {
        need.free_of = families;
        return need;
    }
    need.claim = thing == "lactose" ? "lactose free" : claim.empty() ? std::string(chip) : claim;
    if (thing == "gluten") need.not_listed = need.no_trace = family::gluten;
    if (claim == "vegan") need.not_listed = of_animals;
    if (claim == "vegetarian") need.not_listed = family::fish | family::crustaceans | family::molluscs;
    return need;
}

std::vector<Need> needs_of(const std::vector<std::string>& chips) {
    std::vector<Need> needs;
    for (const auto& chip : chips) needs.push_back(need_of(chip));
    return needs;
}

bool meets(const std::vector<Need>& needs, const Claims& claims, const Allergens& allergens) {
    return std::all_of(needs.begin(), needs.end(), [&](const Need& need) {
        if (need.free_of != 0 && !is_free_of(allergens, need.free_of)) return false;
        if (!need.claim.empty() && !claims.has(need.claim)) return false;
        return (allergens.contained_families & need.not_listed) == 0 &&
               (allergens.families & need.no_trace) == 0;
    });
}

}  // namespace makegood::core::substitute
