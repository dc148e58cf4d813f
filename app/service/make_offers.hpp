// What reporting an incident and saying no to a card have in common: what counts now, and the offers of it.
#pragma once
#include <span>

#include "app/core/recovery/paced.hpp"
#include "app/core/recovery/wishes.hpp"
#include "app/service/limits_now.hpp"

namespace makegood::service {

// Everything that is asked of the store before offers are made.
struct Basis {
    Instant now;
    core::budget::Period money;
    core::budget::Paced pace;  // of a case now
    ports::JournalMark head;
    std::int64_t missing_before = 0;  // how often this article was reported missing in 30 days
    // The owner's limits for whom offers are made: what they allow now, and before anything was given.
    std::vector<core::budget::LimitLeft> limits, untouched;
};
Result<Basis> read_basis(Desk& desk, const core::incident::Incident& incident,
                         const core::budget::Occasion& who);

// "Coconut oil 400 ml", "Waited too long", "A surprise"
std::string title_of(const core::incident::Incident& incident, const std::string& article_name);

// Makes the shortlist of this case (desk.shortlists) before it is reported, so that it waits for nothing.
void list_substitutes(const Desk& desk, const core::incident::Incident& incident);

// What may be offered instead of the missing article, nearest first; nothing when none is missing.
std::vector<core::substitute::Substitute> substitutes_for(const Desk& desk,
                                                          const core::incident::Incident& incident,
                                                          std::optional<core::catalogue::Row> missing,
                                                          const core::recovery::Wishes& wishes);

// `article` is the missing or wrong one, where there is one; `substitutes` are of it. The offers have no ids
// yet. `pace` is of the case (Basis), with the lot that was drawn when it was reported; `drawn` decides all
// else that is left to chance.
core::recovery::PacedOffers make_offers(const Desk& desk, const core::incident::Incident& incident,
                                        std::optional<core::catalogue::Row> article,
                                        std::span<const core::substitute::Substitute> substitutes,
                                        const core::recovery::Wishes& wishes, const Basis& basis,
                                        const core::budget::Paced& pace, std::uint64_t drawn);

// Gives those that have none the ids stem.1, stem.2 …, going on after `last`.
void number_offers(std::vector<core::recovery::Offer>& offers, const std::string& stem, std::size_t& last);

}  // namespace makegood::service
