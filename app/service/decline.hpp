// The customer says no to one card: another takes its place, and it is learnt from.
#pragma once
#include <span>
#include <string_view>

#include "app/service/report.hpp"

namespace makegood::service {

// Why a card was not wanted. other_brand leaves out all of its brand. other_size leaves out what is not of
// about the missing one's size, or, where the card was of that size, what is. needs leaves out what is not
// known to have what `needs` names. From then on, for this incident.
enum class WhyNot : std::uint8_t { not_wanted, other_brand, other_size, needs };
std::string_view word(WhyNot why);  // "not-wanted", "other-brand", "other-size", "needs"
std::optional<WhyNot> why_not_from_word(std::string_view word);

// What can be named with one touch: "gluten-free", "lactose-free", "vegan", "halal", "kosher", "nuts".
std::span<const std::string_view> common_needs();

struct Decline {
    OfferId offer;  // a card, standing or declined before: then only the reason is new
    WhyNot why = WhyNot::not_wanted;
    std::vector<std::string> needs;       // more that it must be
    std::vector<std::string> not_needed;  // taken back of what was needed so far
};

// Answers the incident's offers as they stand then; those that stay keep their ids and places. refused: the
// incident is closed, or the offer costs nothing and stands anyway. not_found: no such offer.
Result<Reported> decline(Desk& desk, const Decline& said, const PersonId& by);

}  // namespace makegood::service
