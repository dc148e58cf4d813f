// The facts that a register records. An event is what was decided, complete enough that every state
// table can be made again from events alone (ports::Store::commit and rebuild use one function).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/base/money.hpp"
#include "app/base/text_id.hpp"
#include "app/base/time_values.hpp"
#include "app/core/budget/authority.hpp"
#include "app/core/budget/budget.hpp"
#include "app/core/budget/pacing.hpp"
#include "app/core/budget/rights_register.hpp"
#include "app/core/followup/promise.hpp"
#include "app/core/incident/incident.hpp"
#include "app/core/recovery/offer.hpp"
#include "app/core/recovery/wishes.hpp"
#include "app/core/voucher/voucher.hpp"

namespace makegood::ports {

// The first event of a journal.
struct ShopOpened {
    std::string store, register_name, currency, time_zone;
    std::string public_key;  // Ed25519, 64 hexadecimal digits
};
struct BudgetSet {
    core::budget::Limit limit;  // in force at once; what was given before counts under it
    std::string period;         // the one that was running
    PersonId approved_by;       // the second person of a large raise; empty: none was needed
    std::string approved_why;
};
struct IncidentReported {
    IncidentId id;
    core::incident::Incident incident;
    std::string article_name;                   // as it was called then
    std::vector<core::recovery::Offer> offers;  // cards, then options that cost nothing; with ids
    std::string note;
    core::budget::Paced pace = {};  // what money weighed; nothing where nothing that costs could fit
    std::string customer = {};      // a keyed hash of their code (ports/customer_codes.hpp); empty: not known
};
// Nothing was given.
struct IncidentClosed {
    IncidentId id;
    std::string why;  // "none-of-these", "left", or that there was nothing to make good:
};
inline constexpr std::string_view recorded_in_error = "in-error";
// One decision: reserves money, takes stock, drafts a voucher, makes a promise and queues the paper.
struct RecoveryGiven {
    RecoveryId id;
    IncidentId incident;
    core::recovery::Offer offer;
    std::string period;         // the day whose money it takes; once the whole period, by its name
    core::budget::Limit limit;  // that it kept within
    std::optional<core::voucher::Voucher> voucher;
    std::optional<core::followup::Promise> promise;
    std::optional<PrintJobId> job;
    core::budget::Taken taken;  // of the rights of this register; nothing in journals of before
    PersonId approved_by;       // who signed for it with their PIN; empty: it was within the giver's own tier
    std::string approved_why;
};
struct RecoveryUndone {
    RecoveryId id;  // releases money, voids its voucher, cancels its promise and unsent paper, returns stock
    std::string why;
    bool by_its_giver = false;  // the process that gave it: its rights may be spent again at once
};
// The time to undo is over: goods and gifts become spent. Vouchers stay reserved until redeemed or expired.
struct RecoverySettled {
    RecoveryId id;
};
struct VoucherReplaced {  // a piece did not come out whole
    VoucherSerial old_serial;
    core::voucher::Voucher voucher;
    PrintJobId job;
};
struct VoucherVoided {
    VoucherSerial serial;
    std::string why;
};
struct VoucherRedeemed {
    VoucherSerial serial;
    Money value;
};
struct VoucherExpired {
    VoucherSerial serial;
};
// Committed before the first byte leaves.
struct PrintStarted {
    PrintJobId job;
    std::int32_t attempt = 1;
};
enum class PrintOutcome : std::uint8_t {
    printed,      // proved by the printer, or the clerk saw it whole
    not_printed,  // not one byte was taken: back in the queue
    unsure,       // bytes were taken and nothing proves the end
    torn,         // the clerk saw that it is not whole
    cancelled,    // undone before a byte was sent
};
struct PrintFinished {
    PrintJobId job;
    PrintOutcome outcome = PrintOutcome::unsure;
    std::string proof;  // "process-id", "status", "file", "clerk", or what went wrong
};
struct CatalogueImported {
    std::string file;    // name in the data folder that is current from now on
    std::string digest;  // BLAKE2b-256 of that file, hexadecimal
    std::uint64_t articles = 0, added = 0, changed = 0, unchanged = 0, rejected = 0;
    bool with_stock = false;  // stock was counted anew: what was given before no longer counts
};
// Receipts were learnt from. Of persons, baskets and times nothing is kept.
struct SalesImported {
    std::string file;    // name in the data folder that is current from now on
    std::string digest;  // BLAKE2b-256 of that file, hexadecimal
    // In that file altogether, also from imports before.
    std::uint64_t lines = 0, households = 0, articles = 0;
};
struct PromiseKept {
    PromiseId id;
};
struct ClockSetBack {
    Instant last_seen;  // what is believed: the clock stood here before
};
struct ClockJumped {
    Instant believed;  // the clock stood here before it jumped far ahead
};
struct ClockConfirmed {
    std::string by;  // "head-office", "person": who says that the time of this event is right
};
// The customer said no to a card, or what it must be: other cards stand there.
struct OffersRenewed {
    IncidentId incident;
    OfferId declined;                           // the card that was said no to
    std::string why;                            // "not-wanted", "other-brand", "other-size", "needs"
    core::recovery::Wishes wishes;              // all that was said so far
    std::vector<core::recovery::Offer> offers;  // as they stand from now on; those that stay keep their ids
    std::string note;
};
// Asked for in words: nothing here is called so. Unmet demand too.
struct WordsAskedFor {
    std::string words;
};
// Somebody looked: so many are on the shelf. What was given and found missing before no longer counts.
struct StockCounted {
    ArticleNumber article;
    std::int64_t pieces = 0;
};

enum class PersonChange : std::uint8_t {
    added,
    role_changed,
    pin_made,  // anew; it opens a locked sign-in too
    locked,    // after ten wrong PINs
    unlocked,
    badge_given,
    badge_taken,
    removed,
};
// Of names, PINs and badges nothing stands here: who that is, only their own register knows.
struct PersonChanged {
    PersonId person;  // empty: the count that all strangers share was locked
    PersonChange what = PersonChange::added;
    core::budget::Role role = core::budget::Role::clerk;  // as it is from now on; once removed, what it was
};

// A pot of rights as it stands from now on.
struct RightsRow {
    core::budget::RegisterPot pot;
    // Of a register that is its own hub: granted in epochs that are over, and presumed spent.
    core::budget::Amount presumed;
    friend bool operator==(const RightsRow&, const RightsRow&) = default;
};
// Something was asked of a hub, heard from it or given back to it. Of an epoch that begins it is the first
// event, and `ended` says where the one before it stopped.
struct RightsChanged {
    std::string why;  // "own-hub", "hub", "returned", "new-hub", "pots", "copy"
    std::uint32_t epoch = 1, hub_epoch = 0;
    bool frozen = false;  // this register shows that it is a copy: nothing is spent until a hub has seen it
    std::uint64_t ended_at = 0;
    std::string ended_hash;
    std::vector<std::string> forgotten;  // periods, since the event before
    std::vector<RightsRow> pots;         // those that are other than before
};

// Whose rules these are. Those of head office go before the store's own.
enum class PolicyOrigin : std::uint8_t { store, head_office };
// The owner's rules from now on: the document with this digest.
struct PolicyPublished {
    std::uint64_t version = 0;
    std::string digest;  // BLAKE2b-256 of its bytes, hexadecimal
    PolicyOrigin origin = PolicyOrigin::store;
    std::string signed_by;  // Ed25519, 64 hexadecimal digits
};

using Event = std::variant<ShopOpened, BudgetSet, IncidentReported, IncidentClosed, RecoveryGiven,
                           RecoveryUndone, RecoverySettled, VoucherReplaced, VoucherVoided, VoucherRedeemed,
                           VoucherExpired, PrintStarted, PrintFinished, CatalogueImported, PromiseKept,
                           ClockSetBack, ClockJumped, ClockConfirmed, SalesImported, OffersRenewed,
                           WordsAskedFor, StockCounted, PersonChanged, RightsChanged, PolicyPublished>;

// Where and by whom an event was made.
struct Stamp {
    Instant at;
    PersonId by;  // empty: the register itself
    // Drawn for this event, so that no two copies of a register ever write the same bytes. Empty: of before.
    std::string drawn = {};
};

struct RecordedEvent {
    std::uint64_t sequence = 0;
    Stamp stamp;
    Event event;
};

}  // namespace makegood::ports
