#include "app/ports/rights_change.hpp"

#include <iterator>

namespace makegood::ports {
namespace {

RightsRow row_of(const Rights& rights, const core::budget::RegisterPot& pot) {
    const auto presumed = rights.presumed.find(pot.id);
    return {pot, presumed == rights.presumed.end() ? core::budget::Amount{} : presumed->second};
}

// An event has at most so many pots, and so many periods.
constexpr std::ptrdiff_t most_in_one = 60;

template <class T>
std::vector<T> first_of(std::vector<T>& list) {
    const auto end = list.begin() + std::min(most_in_one, std::ssize(list));
    std::vector<T> first(std::make_move_iterator(list.begin()), std::make_move_iterator(end));
    list.erase(list.begin(), end);
    return first;
}

std::vector<RightsChanged> in_pieces(RightsChanged whole) {
    std::vector<RightsChanged> pieces;
    do {
        RightsChanged piece{whole.why, whole.epoch, whole.hub_epoch, whole.frozen, 0, {}, {}, {}};
        if (pieces.empty()) {
            piece.ended_at = whole.ended_at;
            piece.ended_hash = whole.ended_hash;
        }
        piece.forgotten = first_of(whole.forgotten);
        piece.pots = first_of(whole.pots);
        pieces.push_back(std::move(piece));
    } while (!whole.forgotten.empty() || !whole.pots.empty());
    return pieces;
}

}  // namespace

std::vector<RightsChanged> rights_changes(const Rights& before, const Rights& after, std::string why,
                                          const JournalMark& head) {
    const auto &was = before.book, &is = after.book;
    RightsChanged change{std::move(why), is.epoch, is.hub_epoch, is.frozen, 0, {}, {}, {}};
    if (is.epoch != was.epoch && head.sequence > 0) {
        change.ended_at = head.sequence;
        change.ended_hash = head.hash;
    }
    for (const auto& period : is.forgotten.names())
        if (!was.forgotten.has(period)) change.forgotten.push_back(period);
    for (const auto& pot : is.pots) {
        const auto* old = find(was, pot.id);
        auto row = row_of(after, pot);
        if (!old || row != row_of(before, *old)) change.pots.push_back(std::move(row));
    }
    const bool same = is.epoch == was.epoch && is.hub_epoch == was.hub_epoch && is.frozen == was.frozen &&
                      change.forgotten.empty() && change.pots.empty();
    return same ? std::vector<RightsChanged>() : in_pieces(std::move(change));
}

}  // namespace makegood::ports
