// How far the words of a query stand in an article as they were typed.
#pragma once
#include "app/core/catalogue/catalogue_impl.hpp"
#include "app/core/catalogue/search_query.hpp"

namespace makegood::core::catalogue {

// How many neighbours of the query are not neighbours, in that order, among the article's words: its name,
// then its brand and size. A mistyped word is taken for the one it shares most letters with.
std::size_t neighbours_apart(const Catalogue::Impl& all, const Query& query, Row row);

}  // namespace makegood::core::catalogue
