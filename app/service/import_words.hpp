// What an import would do to an article, in words.
#pragma once
#include <string>

#include "app/core/catalogue/article.hpp"

namespace makegood::service {

// "4006381333931 Coconut oil: price $5.99 -> $6.49, stock 3 -> 0"
std::string change_words(const core::catalogue::Article& before, const core::catalogue::Article& after,
                         const Currency& currency);
// "new: 4006381333931 Coconut oil 400 ml, $6.49"
std::string addition_words(const core::catalogue::Article& article, const Currency& currency);

}  // namespace makegood::service
