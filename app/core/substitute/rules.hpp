// The rules that come before every score: what may never be offered, however well it scores. Unknown means
// no.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/core/catalogue/size.hpp"
#include "app/core/substitute/allergens.hpp"
#include "app/core/substitute/claims.hpp"
#include "app/core/substitute/suggest.hpp"

namespace makegood::core::substitute {

// So many pieces are there, and keep_on_shelf stay. nullopt: the stock is not known.
bool enough_left(std::optional<std::int64_t> left, std::int64_t pieces, const Rules& rules);

// How many of the candidate stand for `asked` pieces of the missing one. As many; but five bottles are not
// five packs of six ("6 x 500 ml", "6 pk"), nor is a pack of six one bottle: where one of the two holds more
// units, so many that their total is not less (a twentieth aside), or their units where the totals can't be
// compared. Nor is one litre two: of what is smaller than smallest_size so many that it is not less, at most
// most_for_one for each. Otherwise two counts ("12 ct", "10 ct") stand one for one. nullopt: beyond that, or
// beyond `most_pieces`.
std::optional<std::int64_t> pieces_for(const catalogue::Size& missing, std::int64_t asked,
                                       const catalogue::Size& candidate, const Rules& rules);
inline constexpr std::int64_t most_pieces = 999;
// Below this share of the missing one's size no candidate of as many units can stand for it.
double smallest_for_one(const Rules& rules);

// All of the candidate over all of the missing; nullopt where it can't be compared.
std::optional<double> total_ratio(const catalogue::Size& missing, std::int64_t asked,
                                  const catalogue::Size& candidate, std::int64_t pieces);
// The total lies within smallest_size and largest_size, where it can be compared.
bool size_allowed(const std::optional<double>& ratio, const Rules& rules);

// The shelf price of all pieces is within dearest_shelf_price of the missing ones', where that is known.
bool price_allowed(std::optional<Money> missing_total, Money candidate_total, const Rules& rules);

// What the customer names with a chip: a claim that must be there ("gluten-free", "vegan", "halal", …), or an
// allergen that must not ("nuts", "nut-free", "no milk", …: known, and neither contained nor a trace). "nuts"
// means peanuts too; "gluten" is an allergen, "gluten-free" the claim. What is not known here counts as a
// claim.
struct Need {
    std::string claim;             // as one_claim() writes it; empty: none asked
    std::uint32_t free_of = 0;     // families of allergens that must be known not to be there
    std::uint32_t not_listed = 0;  // families that contradict the claim where they are contained
    std::uint32_t no_trace = 0;    // and those that contradict it as traces too
};
Need need_of(std::string_view chip);
std::vector<Need> needs_of(const std::vector<std::string>& chips);
bool meets(const std::vector<Need>& needs, const Claims& claims, const Allergens& allergens);

}  // namespace makegood::core::substitute
