// The register's memory: journal and state tables. One thread uses it; one process owns it.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"
#include "app/core/budget/believed_time.hpp"
#include "app/core/budget/likely.hpp"
#include "app/ports/event.hpp"

namespace makegood::ports {

struct Shop {
    std::string store, register_name, currency, time_zone;
    DeviceId device;
    std::uint32_t epoch = 1;
};

struct IncidentRow {
    IncidentId id;
    core::incident::Incident incident;
    std::string article_name;
    std::string note;
    bool open = true;
    Instant at;
    std::string customer{};  // as ports::IncidentReported has it
};

enum class RecoveryState : std::uint8_t { given, settled, undone };

struct RecoveryRow {
    RecoveryId id;
    IncidentId incident;
    core::recovery::Offer offer;
    std::string period;  // as ports::RecoveryGiven has it
    RecoveryState state = RecoveryState::given;
    std::optional<VoucherSerial> voucher;  // the one that counts: after a replacement the new one
    std::optional<PrintJobId> job;         // likewise
    Instant at;
    PersonId by;
    PersonId approved_by{};  // as ports::RecoveryGiven has it
    std::string approved_why{};
};

struct VoucherRow {
    core::voucher::Voucher voucher;
    RecoveryId recovery;
    std::string period;
    std::optional<VoucherSerial> replaced_by;
};

enum class JobState : std::uint8_t { queued, sending, printed, unsure, torn, cancelled };
std::string_view word(JobState state);

struct PrintJobRow {
    PrintJobId id;
    RecoveryId recovery;
    std::optional<VoucherSerial> voucher;  // empty for a sticker
    JobState state = JobState::queued;
    std::int32_t attempts = 0;
    std::string proof;
};

// Something that is not sold here was asked for.
struct AskedInWords {
    std::string words;
    Instant at;
};

// An article that was missing, and what came of it.
struct StockOutRow {
    IncidentId id;
    ArticleNumber article;
    Instant at;
    std::int64_t pieces = 1;              // that the customer wanted
    std::vector<ArticleNumber> shown;     // offered instead, each once
    std::vector<ArticleNumber> declined;  // those of them to which the customer said no
    bool closed = false;                  // nothing was given
    // Of the recovery that is not undone, where there is one.
    std::optional<RecoveryState> recovery;
    ArticleNumber taken;  // of those shown; empty: something else was given, or nothing
    Money cost;
};

// What somebody reported, and whether something was given.
struct CaseRow {
    IncidentId id;
    Instant at;
    core::incident::Kind kind = core::incident::Kind::stock_out;
    PersonId by;                // who reported it
    std::optional<Money> cost;  // of what was given and not undone; nullopt: nothing
};

// Who works here, as the journal has it.
struct StaffRow {
    PersonId id;
    core::budget::Role role = core::budget::Role::clerk;
    bool left = false;
};

// A budget as somebody set it.
struct LimitRow {
    core::budget::Limit limit;
    Instant at;
    PersonId by, approved_by;
};

struct JournalMark {
    std::uint32_t epoch = 1;
    std::uint64_t sequence = 0;  // 0: empty
    std::string hash;            // 64 hexadecimal digits; zeros when empty
};

// A stored event as bytes, for sync and export.
struct StoredEvent {
    std::uint64_t sequence = 0;
    std::string bytes;
    std::string hash;  // BLAKE2b-256 of the bytes
};

// What this register may spend of budgets that registers share (core/budget/rights_register.hpp).
struct Rights {
    core::budget::RegisterBook book;
    std::map<core::budget::PotId, core::budget::Amount> presumed;  // see RightsRow; those that are something
};

class Store {
  public:
    virtual ~Store() = default;

    // Appends the events, chained, and brings the state tables up to them: one durable transaction.
    // Nothing is changed when it fails. failed: "The disk is full …", "… is read-only …".
    // Programming error: an event that contradicts the state (a recovery settled twice).
    virtual Result<> commit(const Stamp& stamp, std::span<const Event> events) = 0;
    Result<> commit(const Stamp& stamp, const Event& event) { return commit(stamp, std::span(&event, 1)); }
    // The same; `beside` changes what stands in the same file and not in the journal (who works here): both
    // happen or neither.
    virtual Result<> commit(const Stamp& stamp, const Event& event,
                            const std::function<Result<>()>& beside) = 0;

    virtual Result<Shop> shop() = 0;  // not_found before ShopOpened
    virtual Result<JournalMark> head() = 0;
    virtual Result<std::optional<Instant>> last_event_at() = 0;
    // By the events: the latest of them, less what was recorded under a clock that is doubted. nullopt: there
    // are none.
    virtual Result<std::optional<core::budget::BelievedTime>> believed_time() = 0;

    virtual Result<std::optional<IncidentRow>> incident(const IncidentId&) = 0;
    // As they stand now; empty: no such incident.
    virtual Result<std::vector<core::recovery::Offer>> offers(const IncidentId&) = 0;
    // What the customer said of them so far.
    virtual Result<core::recovery::Wishes> wishes(const IncidentId&) = 0;
    // As it was made, and for which incident; also one that does not stand any more.
    virtual Result<std::optional<std::pair<IncidentId, core::recovery::Offer>>> offer(const OfferId&) = 0;
    // How often this article was reported missing since `since`.
    virtual Result<std::int64_t> times_missing(const ArticleNumber&, Instant since) = 0;
    // Articles that were missing since `since`, oldest first.
    virtual Result<std::vector<StockOutRow>> stock_outs(Instant since) = 0;
    // Of the same time, oldest first.
    virtual Result<std::vector<AskedInWords>> asked_in_words(Instant since) = 0;
    virtual Result<std::optional<StockOutRow>> stock_out(const IncidentId&) = 0;  // nullopt: another kind
    virtual Result<std::optional<RecoveryRow>> recovery(const RecoveryId&) = 0;
    virtual Result<std::optional<RecoveryRow>> recovery_of(const IncidentId&) = 0;  // not undone
    // Those that the tables tell rightly, as with vouchers_expired.
    virtual Result<std::vector<RecoveryRow>> unsettled(Instant given_before) = 0;
    // Given on these days and not undone, the latest first, at most so many.
    virtual Result<std::vector<RecoveryRow>> given_on(const core::budget::Span& days, std::size_t most) = 0;
    // Reported since `since`, the latest first, at most so many; without those recorded in error.
    virtual Result<std::vector<CaseRow>> cases(Instant since, std::size_t most) = 0;
    virtual Result<std::optional<VoucherRow>> voucher(const VoucherSerial&) = 0;
    virtual Result<std::optional<VoucherRow>> voucher_by_ean13(const std::string& digits) = 0;
    virtual Result<std::vector<VoucherRow>> vouchers_expired(CivilDate today) = 0;  // good until before today
    // Before money or a right changes hands: what the tables say of this recovery, of its voucher and paper
    // is what the journal says of them. failed with a way out when somebody changed one of the two. Unknown
    // ones are nothing to complain of.
    virtual Result<> prove(const RecoveryId&) = 0;
    virtual Result<> prove(const VoucherSerial&) = 0;
    virtual Result<std::uint64_t>
    next_voucher_number() = 0;  // 1 + the greatest drafted; 0 + range.first when none
    // All that was given on the days of the period of this name, under the limit in force.
    virtual Result<core::budget::Period> period(const std::string& name) = 0;
    virtual Result<std::vector<core::budget::Period>> periods() = 0;  // the days on which something was given
    virtual Result<std::optional<core::budget::Limit>> limit() = 0;   // in force
    // Those that were in force at any time since `since`, oldest first.
    virtual Result<std::vector<LimitRow>> limits(Instant since) = 0;
    // By id, also who left; empty in a journal of before people were recorded.
    virtual Result<std::vector<StaffRow>> staff() = 0;
    // Whether the journal has a lock on this sign-in that nobody has opened; empty: that of all strangers.
    virtual Result<bool> sign_in_locked(const PersonId&) = 0;
    // As of the last commit.
    virtual Result<Rights> rights() = 0;
    // Of these pots alone, of their periods also whether they are forgotten.
    virtual Result<Rights> rights_of(std::span<const core::budget::PotId> pots) = 0;
    // What was given on these days, and counts in limits.
    struct Given {
        core::budget::Amount reserved, spent;
        core::budget::Amount all() const { return reserved + spent; }
    };
    struct GivenBy {
        core::budget::Span days;
        // Where they are set, only by this person, of this kind, to this customer.
        std::optional<PersonId> by = {};
        std::optional<core::recovery::OfferKind> kind = {};
        std::string customer = {};
    };
    virtual Result<Given> given(const GivenBy& whose) = 0;
    // What was given since then and not undone, oldest first.
    struct GivenAt {
        Instant at;
        core::budget::Amount amount;
    };
    virtual Result<std::vector<GivenAt>> given_since(Instant since) = 0;
    // What cases asked for on these days, hour by hour, oldest first; what was given on each of them.
    virtual Result<std::vector<core::budget::WishedHour>> wished(const core::budget::Span& days) = 0;
    virtual Result<std::vector<core::budget::DayTaken>> taken(const core::budget::Span& days) = 0;
    // By value: all vouchers, with whose time is over before `today`; those still running of these days.
    virtual Result<std::vector<core::budget::VoucherPast>> voucher_past(CivilDate today) = 0;
    virtual Result<std::vector<core::budget::VoucherPast>> vouchers_running(
        const core::budget::Span& days) = 0;
    virtual Result<std::optional<PrintJobRow>> job(const PrintJobId&) = 0;
    virtual Result<std::vector<PrintJobRow>> jobs_open() = 0;  // queued, sending, unsure; oldest first
    // Pieces since stock was last counted.
    virtual Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> all_given() = 0;
    // Articles that were reported missing since stock was last counted, each once.
    virtual Result<std::vector<ArticleNumber>> all_missing() = 0;
    // Pieces of articles that were counted by themselves since the last catalogue with stock, as of then.
    virtual Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> all_counted() = 0;
    virtual Result<std::vector<core::followup::Promise>> promises_open() = 0;  // soonest due first
    virtual Result<std::optional<CatalogueImported>> catalogue() = 0;          // the current one
    virtual Result<std::optional<SalesImported>> sales() = 0;                  // likewise

    // Goes on with the look through journal and tables, which is begun at opening and once a day again: at
    // most so many more events. failed, from then on and for every commit: somebody changed one of the two.
    virtual Result<> look_further(std::size_t events, CivilDate today) = 0;
    // Makes the tables anew from the journal; afterwards all is as if nobody had changed them.
    virtual Result<> make_tables_anew() = 0;

    // The journal as bytes, from `first` on, at most `limit` events and 256 KiB (one at least).
    virtual Result<std::vector<StoredEvent>> segment(std::uint64_t first, std::size_t limit) = 0;
    // What head office has confirmed; kept outside the journal. Only grows.
    virtual Result<std::uint64_t> acknowledged() = 0;
    virtual Result<> set_acknowledged(std::uint64_t sequence) = 0;
    // Settings that are not facts of the journal (enrolment, hints). Empty when absent.
    virtual Result<std::string> setting(const std::string& key) = 0;
    virtual Result<> set_setting(const std::string& key, const std::string& value) = 0;
};

}  // namespace makegood::ports
