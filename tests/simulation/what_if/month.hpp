// A month of customers at a real register: what goes wrong for each, when, and what they do with what they
// are offered. The same customers can be sent again to another register that has other rules.
#pragma once
#include <optional>
#include <vector>

#include "tests/support/world.hpp"

namespace makegood::tests {

struct Customer {
    core::incident::Incident incident;
    std::uint64_t chance = 0;  // theirs, wherever they go
    bool likes_none = false, says_no_first = false, is_in_error = false;
    bool undoes = false;      // what they took
    bool comes_back = false;  // with the voucher, two days later
    double choice = 0;        // among the cards, 0 to 1
    std::string card{};       // of the store, with a code; empty: none
    bool at_managers = false;  // not at the clerk's
};

// What became of one at a register.
struct Visit {
    IncidentId incident;
    std::vector<core::recovery::Offer> cards, free;
    bool had_cards = false;
    std::optional<core::recovery::Offer> declined, taken, kept;  // kept: a card that was not undone
    std::optional<RecoveryId> recovery;
    bool undone = false, closed = false, redeemed = false;
};

struct Deed {
    enum What { report, say_no, take, close, undo, redeem, count };
    Instant at;
    What what;
    std::size_t who;
};

struct Month {
    std::vector<Customer> customers;
    std::vector<Deed> deeds;  // in the order of time
};
// `counts`: every third day somebody counts what is on the shelf.
Month month_of(std::size_t customers, std::uint64_t seed, bool counts = true);

// Sends them through the use cases of this register. `before`: what the same customers did elsewhere; they do
// here what a what-if takes them to do.
std::vector<Visit> live(World& world, const Month& month, const std::vector<Visit>* before = nullptr);

}  // namespace makegood::tests
