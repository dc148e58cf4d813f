// The same answer of the candidates that were listed before.
#include <algorithm>

#include "app/core/substitute/answer.hpp"

namespace makegood::core::substitute {

bool Answer::Best::holds_without(const std::optional<Standing>& last) const {
    if (!last || limit == 0) return true;
    return full() && !last->before(kept.back().place());
}

// What stands in a wide kind or elsewhere is looked for among what is there.
bool Answer::can_list() const {
    return question_.bought.empty() && pinned_.empty() && scorer_.category() != 0 &&
           !engine_.wide_kinds_.is_wide(scorer_.category());
}

Shortlist Answer::list() {
    look_in_kind();
    choose();
    choose_gains();
    Shortlist list;
    if (nearest_.full()) list.last_near = nearest_.kept.back().place();
    if (gains_.full()) list.last_gain = gains_.kept.back().place();
    add_chosen_gains();
    for (const auto& kept : nearest_.kept)
        list.listed.push_back({table_.place_of(kept.pair.row), kept.pair.score});
    return list;
}

// Of what answers speak the score is another one, and it may be one that is not on the list.
void Answer::hope_for_listed(const Shortlist& list) {
    const auto within = kind();
    for (const Place place : scorer_.spoken_of())
        if (within.has(place)) hope_for(place);
    for (const auto& [place, score] : list.listed) {
        if (!seen_.add(place) || !may_pass(table_[place])) continue;
        const int standing = hand_.silent() ? 0 : hand_.standing(place);
        if (standing >= 0) hopes_.push_back({standing, score, place, score});
    }
    walked_ = within;
}

std::optional<std::vector<Substitute>> Answer::make_of(const Shortlist& list) {
    hope_for_listed(list);
    choose();
    if (!nearest_.holds_without(list.last_near) || (list.last_near && too_few())) return std::nullopt;
    if (too_few()) look_wider();
    choose_gains();
    if (!gains_.holds_without(list.last_gain)) return std::nullopt;
    add_chosen_gains();
    return with_reasons();
}

}  // namespace makegood::core::substitute
