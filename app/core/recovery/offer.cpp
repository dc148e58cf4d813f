#include "app/core/recovery/offer.hpp"

#include <array>

namespace makegood::core::recovery {
namespace {

constexpr std::array<std::string_view, 6> kinds{
    "free-substitute", "same-price-substitute", "gift", "amount-off", "attention", "promise"};

}  // namespace

std::string_view word(OfferKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

std::optional<OfferKind> offer_kind_from_word(std::string_view word) {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i] == word) return static_cast<OfferKind>(i);
    return std::nullopt;
}

}  // namespace makegood::core::recovery
