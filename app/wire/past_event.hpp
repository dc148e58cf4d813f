// Events as text, looked at without reading all of it. Keys are found by their quotes: inside of a text a
// quote is always escaped, so no text can look like a key.
#pragma once
#include <string>
#include <string_view>

namespace makegood::wire {

bool is_about_paper(std::string_view event);

struct CutEvent {
    std::string text;                // with an empty list of offers, where there was one
    bool offered_something = false;  // one of them costs money or goods
};
CutEvent without_offers(std::string_view event);

}  // namespace makegood::wire
