// The register's side of the rights (rights_messages.hpp). Functions change the book in place: commit it
// before anything that follows from it is said, sent or printed; when a commit fails, load the book again and
// hang_up(). One thread at a time.
//
// The journal is what tells a register from its copies: no two machines may ever write the same bytes, so
// each entry bears something that was drawn for it.
#pragma once
#include <span>
#include <tl/expected.hpp>

#include "app/core/budget/rights_messages.hpp"

namespace makegood::core::budget {

struct RegisterPot {
    PotId id;
    Figures figures;  // granted, freed: in force
    Amount promised;  // >= figures.granted
    Amount released;  // >= figures.freed
    PotLimit limit;   // what the hub said last; without a worth, worth is not counted
    friend bool operator==(const RegisterPot&, const RegisterPot&) = default;
};

// Durable. All figures are of `epoch`.
struct RegisterBook {
    DeviceId device;
    std::uint32_t epoch = 1, hub_epoch = 0;
    BootMarker marker;
    bool frozen = false;            // the marker did not fit: nothing is spent until a Hello was answered
    std::vector<RegisterPot> pots;  // sorted by id
    ForgottenPeriods forgotten;
    friend bool operator==(const RegisterBook&, const RegisterBook&) = default;
};

// nullptr: the register has no such pot.
const RegisterPot* find(const RegisterBook& book, const PotId& id);

// At every start, before anything else; see renew_marker. False: a copy; all rights are frozen.
bool start(RegisterBook& book, std::optional<std::uint64_t> outside, std::uint64_t fresh);

// From now on the register states this pot, so that it can be granted rights of it. False: that period is
// forgotten.
bool open_pot(RegisterBook& book, const PotId& id);
// The pots of a period that nobody asks about any more go; whatever was left in them is gone with them.
void forget_period(RegisterBook& book, std::string_view period);

// --- spending

struct Charge {
    PotId pot;
    Amount amount;  // >= 0
    friend bool operator==(const Charge&, const Charge&) = default;
};
enum class ShortOf : std::uint8_t { frozen, unknown_pot, cost, worth };
// The pot that does not allow it, and what is left in it here.
struct Shortage {
    PotId pot;
    ShortOf what;
    Amount left;
    friend bool operator==(const Shortage&, const Shortage&) = default;
};
// What was charged, to be kept with the gesture: only this can be freed later.
struct Taken {
    std::uint32_t epoch = 0, hub_epoch = 0;
    std::vector<Charge> charges;
    friend bool operator==(const Taken&, const Taken&) = default;
};
// From several pots at once: all or none. A charge of nothing always fits. Commit book and gesture in one.
tl::expected<Taken, Shortage> take(RegisterBook& book, std::span<const Charge> charges);
// Gives back what was taken, or a part of it. What was taken in an earlier epoch, under a hub that was lost
// or in a forgotten period does not come back: a copy may have given it back already, to a hub that can't be
// asked. Programming error: more than was used.
//
// Undone: may be spent again at once. Only by the process that took it and within its minute, for a copy that
// was made in that minute may release the same once more.
void undo(RegisterBook& book, const Taken& taken);
// Expired or settled cheaper: may be spent again once the hub has seen it.
void release(RegisterBook& book, const Taken& taken);

// Gives rights back to the hub, at most what is held; answers how much. Durable before the Hello that states
// it.
Amount give_up(RegisterBook& book, const PotId& id, const Amount& amount);

// --- exchanges

// Of the running process only: never stored, so that no start and no copy takes up another's exchange.
struct Exchange {
    std::uint64_t knocked = 0;    // nonce of the Knock that waits; 0 none
    std::uint64_t challenge = 0;  // for the next Hello; 0 none
    std::uint64_t prove_at = 0;
    std::uint64_t asked = 0;  // nonce of the Hello that waits; 0 none
};
void hang_up(Exchange& exchange);

// nonce: drawn for this Knock, not 0. What was open before is closed.
Knock knock(Exchange& exchange, const RegisterBook& book, std::uint64_t nonce);

// False: of another exchange, or from a hub that was replaced; nothing has changed. True: a Hello can follow,
// once the book is committed (with a new hub, what waited to be in force by the lost one is void).
bool hear(Exchange& exchange, RegisterBook& book, const Welcome& welcome);

bool can_hello(const Exchange& exchange);
struct Want {
    PotId pot;
    Amount amount, at_once;  // as in PotStatement
};
// From the committed book, at the head of the committed journal. `proof`: the hash at exchange.prove_at in
// this epoch's journal, empty if it is shorter. nonce: drawn for this Hello, not 0. Programming error:
// !can_hello.
Hello hello(Exchange& exchange, const RegisterBook& book, Position at, std::string proof, std::uint64_t nonce,
            std::span<const Want> wants);

enum class Heard : std::uint8_t {
    ignored,  // of another exchange, epoch or hub, or heard before: nothing has changed
    taken_in,
    renewed,  // this register was restored or copied, or is taken for one: it begins anew in book.epoch
};
// What was heard goes into the journal with the Answer's nonce and challenge in the entry's bytes, in one
// commit with the book: that entry is what tells this register from its copies. `recalls` (may be null) gets
// what the hub would like to have back.
Heard hear(Exchange& exchange, RegisterBook& book, const Answer& answer,
           std::vector<std::pair<PotId, Recall>>* recalls = nullptr);
// Something waits to be in force, and the next Hello brings it about: say it soon.
bool waits_for_hello(const RegisterBook& book);

}  // namespace makegood::core::budget
