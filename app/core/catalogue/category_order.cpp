#include "app/core/catalogue/category_order.hpp"

namespace makegood::core::catalogue {

CategoryOrder category_order(std::span<const CategoryNode> categories,
                             std::span<const std::uint32_t> category_of) {
    const std::size_t count = categories.size();
    std::vector<std::uint32_t> own(count, 0), whole;
    for (const auto category : category_of) ++own[category];
    whole = own;
    for (std::size_t at = count; at-- > 1;) whole[categories[at].wider] += whole[at];

    CategoryOrder order;
    order.ranges.resize(count);
    std::vector<std::uint32_t> next(count, 0);  // where the next narrower one begins
    for (std::size_t at = 0; at < count; ++at) {
        const std::uint32_t begin = at == 0 ? 0 : next[categories[at].wider];
        order.ranges[at] = {begin, begin + own[at], begin + whole[at]};
        next[at] = begin + own[at];
        if (at != 0) next[categories[at].wider] = begin + whole[at];
    }
    order.rows.resize(category_of.size());
    std::vector<std::uint32_t> place(count);
    for (std::size_t at = 0; at < count; ++at) place[at] = order.ranges[at].begin;
    for (Row row = 0; row < category_of.size(); ++row) order.rows[place[category_of[row]]++] = row;
    return order;
}

}  // namespace makegood::core::catalogue
