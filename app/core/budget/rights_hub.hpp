// The hub's side of the rights (rights_messages.hpp): who holds how much of each limit. Invariant of every
// pot, at every grant: granted - returned over all devices and epochs, and what a lost hub may have given
// out, <= limit. Functions change the book in place: commit it before the message that they answer leaves;
// when a commit fails, load the book again and begin with an empty desk. One thread at a time.
#pragma once
#include <map>
#include <span>
#include <tl/expected.hpp>

#include "app/core/budget/rights_messages.hpp"
#include "app/core/budget/rights_sharing.hpp"

namespace makegood::core::budget {

// One pot in the hands of one (device, epoch). granted: by this hub; the others: as the register said last.
struct Account {
    DeviceId device;
    std::uint32_t epoch = 0;
    Figures figures;
    bool written_off = false;
    friend bool operator==(const Account&, const Account&) = default;
};

struct HubPot {
    PotId id;
    PotLimit limit;
    Amount lost;        // what a lost hub had in its hands or gave to registers that have not been heard yet
    bool over = false;  // nothing more is granted; figures are still taken in
    std::vector<Account> accounts;
    friend bool operator==(const HubPot&, const HubPot&) = default;
};

struct HubDevice {
    DeviceId device;
    std::uint32_t epoch = 1;
    std::optional<Position> seen;  // in `epoch`
    bool adopt = false;            // its rights come from a lost hub: they are believed once
    bool revoked = false;
    int renewals = 0;  // copies found, since the owner looked at it
    friend bool operator==(const HubDevice&, const HubDevice&) = default;
};

// Durable.
struct HubBook {
    std::uint32_t hub_epoch = 1;
    BootMarker marker;
    bool halted = false;  // this book was restored: nothing is granted until the owner replaces the hub
    std::vector<HubDevice> devices;
    std::vector<HubPot> pots;  // sorted by id
    ForgottenPeriods forgotten;
    friend bool operator==(const HubBook&, const HubBook&) = default;
};

// Of the running process only: challenges that wait for their Hello, and who did not get what they wanted.
struct HubDesk {
    struct Unmet {
        Amount all, at_once;
    };
    struct Caller {
        std::vector<std::uint64_t> challenges;  // the newest last; at most four
        std::map<PotId, Unmet> unmet;
    };
    std::map<DeviceId, Caller> callers;
};

const HubPot* find(const HubBook& book, const PotId& id);
const HubDevice* find(const HubBook& book, const DeviceId& device);

// --- what the hub can say of a pot

Amount out(const HubPot& pot);  // granted and not returned, over all
Amount presumed_spent(const HubBook& book,
                      const HubPot& pot);  // of these: of epochs that are over, not written off
Amount used(const HubPot& pot);            // used and not freed, as far as it was told
// In nobody's hands; never negative. Without a limit for it, no worth is granted and this is nothing.
Amount free_amount(const HubPot& pot);
// What is out beyond a limit that was lowered: "in force" is pot.limit, "still out" is this.
Amount still_out(const HubPot& pot);

// --- exchanges

enum class HubRefusal : std::uint8_t {
    unknown_device,  // enrol it
    revoked,
    no_exchange,  // that challenge was never given, or was used: knock again
    other_hub,    // the register deals with another hub: this one was replaced, or it was not replaced by an
                  // act
    impossible,   // figures that no register can have
    hub_fell_back,  // the register holds what this hub does not know of: its book is an old copy. Commit the
                    // book.
};

// challenge: drawn for this Knock, not 0.
tl::expected<Welcome, HubRefusal> answer(HubDesk& desk, const HubBook& book, const Knock& knock,
                                         std::uint64_t challenge);

// The time as the hub sees it: how much of each running period is left. Of a period that is not named, all
// is.
struct PeriodLeft {
    std::string period;
    Percent left;
};

// challenge: drawn for the register's next Hello, not 0. Commit the book before the answer leaves, whatever
// it is.
tl::expected<Answer, HubRefusal> answer(HubDesk& desk, HubBook& book, const Hello& hello,
                                        std::uint64_t challenge, std::span<const PeriodLeft> left,
                                        const SharingRules& rules);

}  // namespace makegood::core::budget
