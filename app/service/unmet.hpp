// The ledger of unmet demand: what was asked for and not there, as a list to order from.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

struct UnmetArticle {
    ArticleNumber article;
    std::string name;        // empty when it is not in the catalogue any more
    std::int64_t times = 0;  // asked for
    std::int64_t pieces = 0;
    std::int64_t without = 0;    // nothing was given
    std::int64_t otherwise = 0;  // made good with something else than a substitute
    Money cost;                  // of making it good
    Instant last;                // when it was missing last
    struct Instead {
        ArticleNumber article;
        std::string name;
        std::int64_t offered = 0, taken = 0;
    };
    std::vector<Instead> instead;  // most taken first, then most offered
};

// Writes down what was asked for and is not sold here; answers the words as they were kept: blanks at the
// ends and doubled ones left out. bad_input when nothing is left, or more than 200 characters.
Result<std::string> record_words(Desk& desk, const std::string& words, const PersonId& by);

// Of the last `days`, today included; most asked for first.
Result<std::vector<UnmetArticle>> unmet(Desk& desk, int days);

}  // namespace makegood::service
