// What a register's journal tells of its past, in the order in which it happened.
#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "app/base/result.hpp"
#include "app/ports/event.hpp"

namespace makegood::ports {

// Where an event stands: epochs follow each other.
struct JournalPlace {
    std::uint32_t epoch = 1;
    std::uint64_t sequence = 1;
};

struct Happened {
    JournalPlace place;
    // What was offered is left out: it is the most of an event, and can be made again.
    RecordedEvent recorded;
    bool offered_something = false;  // that costs money or goods
};

// What was known of the shelf before an event, beyond the catalogue's own numbers of now.
struct ShelfThen {
    std::vector<std::pair<ArticleNumber, std::int64_t>> given;    // pieces since stock was counted
    std::vector<std::pair<ArticleNumber, std::int64_t>> counted;  // by themselves, later than the catalogue
    std::vector<ArticleNumber> missing;
    bool other_catalogue = false;  // stock was imported since: what stood there before is not known
};

// What was given, as the register counts it now: less once it was settled cheaper, nothing once it was voided.
struct PastGift {
    std::string period;  // as ports::RecoveryGiven has it
    PersonId by;
    core::recovery::OfferKind kind{};
    std::string customer;  // as ports::IncidentReported has it
    core::budget::Amount amount;
    bool is_spent = false;  // else it is only reserved
};

class PastEvents {
  public:
    virtual ~PastEvents() = default;
    // Of the first incident at or after `since`, by the clock of then; nullopt: there is none.
    virtual Result<std::optional<JournalPlace>> reported_since(Instant since) = 0;
    // From there on, papers aside. Looks at `limit` events at most; `next` stands behind the last of them.
    // bad_input: one is no event of a known version.
    struct Slice {
        std::vector<Happened> happened;
        JournalPlace next;
        bool end = false;
    };
    virtual Result<Slice> happened(const JournalPlace& from, std::size_t limit) = 0;
    virtual Result<ShelfThen> shelf_before(const JournalPlace& place) = 0;
    // Given from there on and before `end`, and not undone since; `limit` of them at most.
    struct Gifts {
        std::vector<PastGift> gifts;
        JournalPlace next;
        bool end = false;
    };
    virtual Result<Gifts> given_between(const JournalPlace& from, const JournalPlace& end,
                                        std::size_t limit) = 0;
};

}  // namespace makegood::ports
