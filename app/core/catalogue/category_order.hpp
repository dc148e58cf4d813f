// Puts articles into the order of their categories, so that all at or below one lie side by side.
#pragma once
#include <span>
#include <vector>

#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {

struct CategoryOrder {
    std::vector<CategoryRows> ranges;  // per category, into `rows`
    std::vector<Row> rows;             // each category's own, as imported, then those below it
};

// A category's number is greater than that of the wider one. `category_of`: per row.
CategoryOrder category_order(std::span<const CategoryNode> categories,
                             std::span<const std::uint32_t> category_of);

}  // namespace makegood::core::catalogue
