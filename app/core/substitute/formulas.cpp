#include "app/core/substitute/formulas.hpp"

#include <cmath>

namespace makegood::core::substitute {
namespace {

// 0 for the same, towards 1 for what is ever further apart; NaN where one of the two is not known.
double saturated(double distance, const Knobs& knobs) {
    return std::isnan(distance) ? knobs.unknown : distance / (distance + knobs.half);
}

double size_distance(const Facts& a, const Facts& b, const Knobs& knobs) {
    const double distance = std::abs(b.log_size - a.log_size);
    if (a.unit != b.unit && !std::isnan(distance)) return 1;
    return saturated(distance, knobs);
}

}  // namespace

double likeness(const Facts& wanted, const Facts& candidate, const Knobs& knobs) {
    double sum = -knobs.price * saturated(std::abs(candidate.log_price - wanted.log_price), knobs) -
                 knobs.size * size_distance(wanted, candidate, knobs);
    if (wanted.maker != 0 && candidate.maker == wanted.maker) sum += knobs.maker;
    if (wanted.tier != 0 && candidate.tier == wanted.tier) sum += knobs.tier;
    return sum;
}

double fading(std::uint32_t households, const Knobs& knobs) {
    return knobs.fade / (knobs.fade + households);
}

double popularity(std::uint32_t households, double mean, const Knobs& knobs) {
    const double seen = households > 0 ? households : knobs.unseen * mean;
    return knobs.popularity * std::log((seen + knobs.smooth * mean) / ((1 + knobs.smooth) * mean));
}

double pair_gain(std::uint32_t households, const Knobs& knobs) {
    return std::log1p(households / knobs.pair);
}

double answers_gain(double accepted, double declined, double shop_rate, const Knobs& knobs) {
    const double rate = (accepted + shop_rate * knobs.answers) / (accepted + declined + knobs.answers);
    return std::log(rate / shop_rate);
}

double decayed(double days, const Knobs& knobs) {
    return days <= 0 ? 1 : std::exp2(-days / knobs.half_life_days);
}

std::uint64_t tie_breaker(std::string_view missing, std::string_view candidate) {
    std::uint64_t value = 0xcbf29ce484222325ull;
    const auto add = [&](char c) { value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3ull; };
    for (const char c : missing) add(c);
    add('|');
    for (const char c : candidate) add(c);
    return value;
}

double rounded(double score) {
    return std::nearbyint(score * 1e9) / 1e9;
}

}  // namespace makegood::core::substitute
