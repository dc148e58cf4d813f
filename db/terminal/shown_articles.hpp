// The substitutes that were shown for a missing article, as one text of a table.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/core/recovery/offer.hpp"

namespace makegood::db::terminal {

// Each article once, in the order of the offers.
std::string shown_articles(const std::vector<core::recovery::Offer>& offers);
std::string list_of(const std::vector<ArticleNumber>& articles);
// The first list, and what of the second is not in it yet.
std::string with_articles(std::string list, std::string_view more);
std::vector<ArticleNumber> shown_in(std::string_view text);

}  // namespace makegood::db::terminal
