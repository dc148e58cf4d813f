// Articles by the size that somebody typed.
#pragma once
#include <functional>
#include <string_view>

#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {

using VisitRows = std::function<void(std::span<const Row> rows)>;

// Visits the articles as large as `asked`, within a hundredth; or multipacks of that.
void each_of_size(const Catalogue::Impl& all, const Size& asked, const VisitRows& visit);
// Visits articles, or multipacks, of so many grams, millilitres or pieces. `digits` is a number; a long one
// finds nothing.
void each_of_bare_size(const Catalogue::Impl& all, std::string_view digits, const VisitRows& visit);

}  // namespace makegood::core::catalogue
