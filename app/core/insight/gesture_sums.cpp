#include "app/core/insight/gesture_sums.hpp"

#include <algorithm>
#include <map>

namespace makegood::core::insight {

std::vector<GestureSum> gesture_sums(std::span<const Gift> gifts) {
    std::map<recovery::OfferKind, GestureSum> kinds;
    for (const auto& gift : gifts) {
        auto& sum = kinds[gift.kind];
        sum.kind = gift.kind;
        ++sum.times;
        sum.cost += gift.cost;
        sum.worth += gift.worth;
    }
    std::vector<GestureSum> sums;
    for (const auto& [kind, sum] : kinds) sums.push_back(sum);
    std::stable_sort(sums.begin(), sums.end(),
                     [](const GestureSum& one, const GestureSum& other) { return one.cost > other.cost; });
    return sums;
}

}  // namespace makegood::core::insight
