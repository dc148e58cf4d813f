// What somebody typed into the search field, taken apart.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/core/catalogue/size.hpp"

namespace makegood::core::catalogue {

struct AskedWord {
    std::string text;         // folded
    std::size_t letters = 0;  // not bytes
    bool digits = false;      // nothing else
};

// Words `first` up to `last` of the query say this size.
struct AskedSize {
    std::size_t first = 0, last = 0;
    Size size;
};

struct Query {
    static constexpr std::size_t most_words = 16;
    std::vector<AskedWord> words;  // each once
    std::vector<AskedSize> sizes;
    std::string joined;   // all words without the spaces
    bool enough = false;  // to ask a catalogue: two letters, or one of a script that has thousands
};

// What is beyond the first 256 bytes or 16 words is not read: no name needs more to be found.
Query read_query(std::string_view text);

}  // namespace makegood::core::catalogue
