// The substitutes that were shown for a missing article, as one text of a table.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/core/recovery/offer.hpp"

namespace makegood::db::terminal {

// Each article once, in the order of the offers.
std::string shown_articles(const std::vector<core::recovery::Offer>& offers);
std::vector<ArticleNumber> shown_in(std::string_view text);

}  // namespace makegood::db::terminal
