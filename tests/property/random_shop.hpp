// Shops, policies, incidents and purses made by chance, for the rules that must hold in all of them.
#pragma once
#include <rapidcheck.h>

#include <memory>

#include "app/core/catalogue/catalogue.hpp"
#include "app/core/recovery/compose.hpp"

namespace makegood::tests {

struct RandomShop {
    std::shared_ptr<const core::catalogue::Catalogue> articles;
    core::catalogue::Row missing = 0;
};

Money cents(std::int64_t least, std::int64_t most);
RandomShop random_shop();
core::substitute::Rules random_rules();
core::recovery::Policy random_policy();
core::incident::Incident random_incident(const RandomShop& shop);
core::budget::Period random_period();

// One in `out_of`.
bool sometimes(int out_of);

// Chance that repeats itself from a seed (SplitMix64; Steele, Lea, Flood 2014).
core::recovery::Draw chance_from(std::uint64_t seed);

}  // namespace makegood::tests
