#include "app/core/budget/redeemed_part.hpp"

namespace makegood::core::budget {
namespace {

__extension__ using Wide = __int128;

}  // namespace

Money used_up(Money reserved, Money used, Money value) {
    if (used == value) return reserved;
    const Wide exact = static_cast<Wide>(reserved.minor()) * used.minor();
    return Money::minor(static_cast<std::int64_t>((exact + value.minor() - 1) / value.minor()));
}

Taken without(Taken taken, const Amount& spent) {
    for (auto& charge : taken.charges) charge.amount = greatest({}, charge.amount - spent);
    return taken;
}

}  // namespace makegood::core::budget
