// Words of a catalogue that differ from what was typed by a wrong, missing, extra or swapped letter.
#pragma once
#include <functional>
#include <string_view>

#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {

struct NearWords {
    WordId first = 0, last = 0;
    int errors = 0;           // 1 or 2
    bool whole = false;       // the word as a whole is near; else it begins with something near
    bool at_the_end = false;  // the last letter typed is among what differs
};

// Visits the words that are `errors` (1 or 2) or fewer letters away from `typed`, or begin with what is. One
// word can be visited more than once; words that begin with `typed` itself need not be visited. `typed` is
// folded. The words are walked as a tree by what each shares with the one before, with one bit per letter of
// `typed` and error (Wu and Manber's automaton, with transpositions): what cannot match any more is not
// looked at.
void each_near_word(const Catalogue::Impl& all, std::string_view typed, int errors,
                    const std::function<void(const NearWords&)>& visit);

}  // namespace makegood::core::catalogue
