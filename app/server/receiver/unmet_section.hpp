// What the stores' customers asked for and did not get, as it stands in the page and in the summary.
#pragma once
#include <string>

#include "app/ports/receiver_store.hpp"
#include "app/wire/json_writer.hpp"

namespace makegood::server::receiver {

// The page's cards, one for each store that has a list; the longest lists are cut.
std::string unmet_section(const std::vector<ports::StoreUnmet>& stores);

// [{"store", "store_id", "currency", "days": 30,
//   "article_count", "articles" [{"article", "name", "times", "pieces", "taken", "otherwise", "without",
//     "cost", "last", "instead_count", "instead" [{"article", "name", "offered", "taken"}],
//     "days" [{"day", "times", "pieces", "taken", "without", "cost"}]}],
//   "words_count", "words" [{"words", "times", "last"}]}]
// At most 200 articles and 200 words of a store, most asked for first, and at most 10 of "instead"; the
// counts say how many there are.
wire::Json unmet_json(const std::vector<ports::StoreUnmet>& stores);

}  // namespace makegood::server::receiver
