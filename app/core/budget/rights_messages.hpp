// What a register and its hub say to each other about rights.
//
//   register                          hub
//   Knock     (nonce)           ──►                  may be late, doubled, lost: it changes nothing
//             ◄──  Welcome      (that nonce, a fresh challenge, which hash to prove)
//   Hello     (that challenge)  ──►                  judged once: is it the register that was here last?
//             ◄──  Answer       (that Hello's nonce, the next challenge, rights so far)
//   Hello     (next challenge)  ──►                  ... as often as needed
//
// A challenge is good for one Hello, a Hello's nonce for one Answer; both are drawn anew by their sender. So
// nobody takes anything from another exchange, and a Hello that was long on its way can't look like a
// register that fell back.
//
// Rights that an Answer tells are *promised*: the register writes them down, and they are in force only when
// a later Answer says that the hub has seen that entry. A copy of the register that was made earlier lacks
// the entry and is found; one made later holds the promise itself. What is released of gestures that are over
// (expired, settled cheaper) is in force by the same rule, or two copies would each free the same gesture. So
// what a copy can spend beyond the limit is what it held when it was made.
#pragma once
#include "app/core/budget/rights.hpp"

namespace makegood::core::budget {

struct Knock {
    DeviceId device;
    std::uint64_t nonce = 0;
};

struct Welcome {
    std::uint64_t nonce = 0;  // of the Knock
    std::uint64_t challenge = 0;
    std::uint32_t hub_epoch = 0;
    std::uint64_t prove_at = 0;  // the Hello bears the register's hash at this sequence; 0: none is asked for
};

// One pot as the register has it: `promised` >= figures.granted and `released` >= figures.freed are written
// down, but not yet in force.
struct PotStatement {
    PotId pot;
    Figures figures;
    Amount promised, released;
    Amount want;     // how much more it would like to hold
    Amount at_once;  // of these: for what is on the screen now
};

struct Hello {
    DeviceId device;
    std::uint32_t epoch = 0, hub_epoch = 0;
    Position at;              // durable when this is sent, and so is all that is stated
    std::string proof;        // the hash at `prove_at` of this epoch's journal; empty where it is shorter
    bool marker_fits = true;  // false: the start showed that this book is a copy (BootMarker)
    std::uint64_t challenge = 0, nonce = 0;
    std::vector<PotStatement> pots;  // no pot twice; the first of an exchange names all pots
};

// Why the hub would like to have something back.
enum class RecallFor : std::uint8_t {
    stock,     // another register has little left
    customer,  // a customer stands before another register now
    owner,     // the limit was lowered
};
struct Recall {
    Amount amount;
    RecallFor reason = RecallFor::stock;
    friend bool operator==(const Recall&, const Recall&) = default;
};

struct PotAnswer {
    PotId pot;
    Amount granted;   // so far, all in all: promised
    Amount in_force;  // of these: what the hub has seen in the register's own journal
    Amount freed;     // likewise, of what was released
    PotLimit limit;   // now in force, for the screen
    Recall recall;
};

struct Answer {
    std::uint64_t nonce = 0;      // of the Hello
    std::uint64_t challenge = 0;  // for the next Hello
    std::uint32_t hub_epoch = 0, epoch = 0;
    std::uint64_t prove_at = 0;
    bool renewed = false;  // the register goes on in `epoch`; its rights of before are presumed spent
    std::vector<PotAnswer> pots;
};

}  // namespace makegood::core::budget
