// Rights: many registers share one budget, and each may spend its own part without asking anybody. What is in
// nobody's hands lies with the hub. Nothing here reads a clock, draws a number, writes or sends: books are
// plain values that the caller loads, hands over and commits; messages are plain values that the caller
// carries.
//
// Where it comes from: escrow (P. O'Neil, The Escrow Transactional Method, 1986), counters that only grow,
// one set for each holder (bounded counters: V. Balegas et al., Extending Eventually Consistent Cloud
// Databases for Enforcing Numeric Invariants, 2015), and the safe side first (D. Barbara and H.
// Garcia-Molina, The Demarcation Protocol, 1994): who gives something up writes that down durably before the
// other may count on it.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/money.hpp"
#include "app/base/text_id.hpp"

namespace makegood::core::budget {

// Cost (what the store pays) and worth (what the customer gets) side by side. Worth is counted only where a
// limit has one and is nothing elsewhere.
struct Amount {
    Money cost, worth;
    friend bool operator==(const Amount&, const Amount&) = default;
    Amount& operator+=(const Amount& other) {
        cost += other.cost;
        worth += other.worth;
        return *this;
    }
    Amount& operator-=(const Amount& other) {
        cost -= other.cost;
        worth -= other.worth;
        return *this;
    }
    friend Amount operator+(Amount left, const Amount& right) { return left += right; }
    friend Amount operator-(Amount left, const Amount& right) { return left -= right; }
};

// Of each of the two by itself.
Amount least(const Amount& left, const Amount& right);
Amount greatest(const Amount& left, const Amount& right);
bool within(const Amount& part,
            const Amount& whole);  // neither cost nor worth of `part` is above that of `whole`

// One limit for one period: key "store", "clerk:7f3a", "kind:voucher", "customer:91c0"; period "2026-11-22"
// (period_of). Each period has pots of its own: what is left in one is never had in the next, and a wrong
// clock can charge only a period that still has money.
struct PotId {
    std::string key, period;
    friend auto operator<=>(const PotId&, const PotId&) = default;
    friend bool operator==(const PotId&, const PotId&) = default;
};

struct PotLimit {
    Money cost;
    std::optional<Money> worth;
    friend bool operator==(const PotLimit&, const PotLimit&) = default;
};

// All that ever happened to one pot at one (device, epoch). Each number only grows, so a message that is
// lost, doubled or late says nothing wrong, only something old.
struct Figures {
    Amount granted;   // by the hub; at the register: those in force
    Amount returned;  // given back to the hub
    Amount used;      // by gestures
    Amount freed;     // of what was used: undone, expired, settled cheaper
    friend bool operator==(const Figures&, const Figures&) = default;
};

// May be spent: granted - returned - (used - freed). Never negative where sound() holds.
Amount held(const Figures& figures);
// Nothing negative, not more freed than used, not more gone than granted.
bool sound(const Figures& figures);
// No number of `now` is below that of `before`.
bool grew(const Figures& before, const Figures& now);

// Where a register's journal stands: the last sequence of its epoch and the hash of that event.
struct Position {
    std::uint64_t sequence = 0;
    std::string head;
    friend bool operator==(const Position&, const Position&) = default;
};

// Periods that were forgotten. Their counters are gone, so nothing of them may begin again from nothing.
class ForgottenPeriods {
  public:
    bool has(std::string_view period) const;
    void add(std::string_view period);
    const std::vector<std::string>& names() const { return names_; }
    friend bool operator==(const ForgottenPeriods&, const ForgottenPeriods&) = default;

  private:
    std::vector<std::string> names_;  // sorted
};

// A random value that lies in the book and in a file outside of the folder that holds the book. At each start
// a fresh one takes its place, so that a book which was copied back from yesterday shows itself.
struct BootMarker {
    std::uint64_t now = 0, before = 0;
    friend bool operator==(const BootMarker&, const BootMarker&) = default;
};

// Compares the book's marker with the file's (nullopt: there is no file) and puts `fresh`, drawn and not 0,
// in its place. True: they fit; so does a first start without a file, and the start after one that stopped
// between the two writes. Commit the book, then write `fresh` to the file.
bool renew_marker(BootMarker& marker, std::optional<std::uint64_t> outside, std::uint64_t fresh);

}  // namespace makegood::core::budget
