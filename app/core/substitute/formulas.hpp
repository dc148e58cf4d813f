// The score of a candidate: a sum of a few facts, each with one number in Knobs.
#pragma once
#include "app/core/substitute/article_facts.hpp"
#include "app/core/substitute/knobs.hpp"

namespace makegood::core::substitute {

// How alike two articles are by the catalogue alone: maker + tier - price distance - size distance.
double likeness(const Facts& wanted, const Facts& candidate, const Knobs& knobs);

// How much of it still counts when so many households have bought the missing one: receipts know better.
double fading(std::uint32_t households, const Knobs& knobs);

// ln of the households that buy it over what is usual for its kind; `mean`: of the kind.
double popularity(std::uint32_t households, double mean, const Knobs& knobs);

// ln of the smoothed rate at which one household buys both at different times; nothing learnt is 0.
double pair_gain(std::uint32_t households, const Knobs& knobs);

// ln of the smoothed rate at which it was accepted for the missing one over the shop's own rate.
double answers_gain(double accepted, double declined, double shop_rate, const Knobs& knobs);

// How much of an answer still counts after so many days.
double decayed(double days, const Knobs& knobs);

// Equal scores are told apart by the pair, never by the number alone, whose order means something: the 64-bit
// FNV-1a of "missing|candidate", smaller first.
std::uint64_t tie_breaker(std::string_view missing, std::string_view candidate);

// Scores are compared after nine decimals, so that the order does not hang on how a sum was rounded.
double rounded(double score);

}  // namespace makegood::core::substitute
