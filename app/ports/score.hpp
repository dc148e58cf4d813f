// An offer's score as it is kept: in whole millionths, so that journal and tables hold integers only.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

namespace makegood::ports {

inline constexpr double greatest_score = 1'000'000;

// Rounded to the nearest millionth; beyond ±greatest_score it is cut, not-a-number is 0.
inline std::int64_t score_millionths(double score) {
    if (std::isnan(score)) return 0;
    return std::llround(std::clamp(score, -greatest_score, greatest_score) * 1'000'000);
}
inline double score_from_millionths(std::int64_t millionths) {
    return static_cast<double>(millionths) / 1'000'000;
}

}  // namespace makegood::ports
