#include "app/ports/rights_change.hpp"

namespace makegood::ports {
namespace {

RightsRow row_of(const Rights& rights, const core::budget::RegisterPot& pot) {
    const auto presumed = rights.presumed.find(pot.id);
    return {pot, presumed == rights.presumed.end() ? core::budget::Amount{} : presumed->second};
}

}  // namespace

std::optional<RightsChanged> rights_change(const Rights& before, const Rights& after, std::string why,
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
    return same ? std::nullopt : std::optional(std::move(change));
}

}  // namespace makegood::ports
