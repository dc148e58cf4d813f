// What was given, by kind of gesture. Pure.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "app/core/recovery/offer.hpp"

namespace makegood::core::insight {

struct Gift {
    recovery::OfferKind kind = recovery::OfferKind::attention;
    Money cost, worth;
};

struct GestureSum {
    recovery::OfferKind kind = recovery::OfferKind::attention;
    std::int64_t times = 0;
    Money cost, worth;
    friend bool operator==(const GestureSum&, const GestureSum&) = default;
};

// Kinds of which nothing was given are left out; the one that cost most comes first.
std::vector<GestureSum> gesture_sums(std::span<const Gift> gifts);

}  // namespace makegood::core::insight
