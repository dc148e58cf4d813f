// Articles by the beginning of their own number or GTIN.
#pragma once
#include <compare>
#include <functional>
#include <span>
#include <string_view>

#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {

// Numbers as people type them: letters in any case, marks and spaces left out ("A-1" is "a1").
std::strong_ordering compare_numbers(std::string_view a, std::string_view b);

struct NumberRows {
    std::span<const Row> exact, begin;  // `begin` holds those of `exact` too
};
// `typed` is a number as compare_numbers reads it.
NumberRows rows_by_number(const Catalogue::Impl& all, std::string_view typed);

// Visits articles whose GTIN is `digits` or begins with them, leading zeros aside. Fewer than four digits
// find nothing, as do more than fourteen.
void each_by_gtin(const Catalogue::Impl& all, std::string_view digits,
                  const std::function<void(std::span<const Row> rows, bool exact)>& visit);

}  // namespace makegood::core::catalogue
