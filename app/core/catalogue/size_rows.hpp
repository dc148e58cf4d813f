// Articles by the size that somebody typed.
#pragma once
#include <string_view>
#include <vector>

#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {

// Articles as large as `asked`, within a hundredth; or multipacks of that.
std::vector<Row> rows_of_size(const Catalogue::Impl& all, const Size& asked);
// Articles, or multipacks, of so many grams, millilitres or pieces. `digits` is a number; a long one finds
// nothing.
std::vector<Row> rows_of_bare_size(const Catalogue::Impl& all, std::string_view digits);

}  // namespace makegood::core::catalogue
