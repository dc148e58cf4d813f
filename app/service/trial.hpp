// The cases of the past, run again by the use cases themselves: a desk whose store is memory, whose clock
// stands where it stood then, and whose chance is the one that was drawn then.
#pragma once
#include "app/service/past.hpp"

namespace makegood::service {

// How a case ended.
struct CaseEnd {
    std::optional<Taken> taken;  // a card
    bool had_cards = false;
    std::string why;       // nothing was given where something was: the reason, as people read it
    bool not_run = false;  // its article is not sold here any more
};

Error stopped();  // by `progress`

// Two that run at once and begin with either half have each only half of the lists of substitutes to make.
enum class ListsFirst : std::uint8_t { front, back };

// As many as there are cases; the past reaches for these rules. busy: `progress` said stop.
Result<std::vector<CaseEnd>> run_again(const Past& past, const NewRules& rules, const Progress& progress,
                                       ListsFirst lists = ListsFirst::front);

}  // namespace makegood::service
