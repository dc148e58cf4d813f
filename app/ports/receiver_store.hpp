// Head office's memory: whose registers there are, every event as it was received, and tables made from
// those that were understood. One thread uses it; one process owns it.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/base/result.hpp"
#include "app/core/incident/unmet_demand.hpp"
#include "app/ports/store.hpp"

namespace makegood::ports {

// A one-time code lets one register in. Only its hash is kept.
struct EnrolmentCode {
    std::string code_hash;  // 64 hexadecimal digits
    std::string store, register_name;
    Instant expires;
    std::string used_by;  // the public key that used it; empty: nobody yet
};

// How long a register that showed a code waits for a person's word, at both sides: as long as a code is good.
// From then on it is as if it had never come.
inline constexpr std::chrono::minutes waits_for_a_person{10};

struct EnrolledDevice {
    DeviceId device;
    std::string public_key;  // 64 hexadecimal digits
    std::string store_id;    // "s1": given at the first register of a store
    std::string store, register_name;
    bool revoked = false;
    bool waits = false;  // nobody has confirmed it yet: it does not count
    Instant enrolled_at = {};
    bool waited_too_long(Instant now) const { return waits && now - enrolled_at >= waits_for_a_person; }
};

// Used once within the time in which a signature is good.
struct Nonce {
    std::string key, nonce;
    Instant forget_after;
};

struct ReceivedEvent {
    std::uint64_t sequence = 0;
    std::string bytes, hash;
    std::optional<RecordedEvent> understood;
};

enum class ExceptionKind : std::uint8_t {
    not_understood,  // stored, but of no known form
    contradicts,     // another event of this number is stored already; kept apart
    chain_broken,    // does not continue what came before; kept apart
    wrong_key,       // the journal names another key than the enrolled one
    behind,          // a register that knows less than it has sent: restored or copied
};
std::string_view word(ExceptionKind kind);

// What a person should look at. The same one again only counts up; at most 10,000 are kept of a register.
struct Exception {
    ExceptionKind kind = ExceptionKind::not_understood;
    DeviceId device;
    std::uint32_t epoch = 1;
    std::uint64_t sequence = 0;
    std::string bytes, hash;  // of the event in question, where there is one
    std::string sentence;     // what it is, for a person
    Instant first_seen;
    std::int64_t times = 1;
};

// What head office knows, for people and scripts.
struct MissingArticle {
    std::string article, name;
    std::int64_t times = 0;
};
struct RegisterOverview {
    std::string store_id, store, register_name, device, currency, public_key;
    bool revoked = false;
    std::optional<Instant> last_heard;
    std::int64_t events = 0;
    struct Incidents {
        std::int64_t stock_out = 0, failure = 0, delight = 0, closed_without = 0;
    } incidents;
    struct Recoveries {
        std::int64_t given = 0, undone = 0;  // given: and not undone
    } recoveries;
    struct Amounts {
        Money cost, worth;      // of the recoveries that were given and not undone
        Money reserved, spent;  // of their cost: what may still fall due, what has
    } money;
    struct Vouchers {
        std::int64_t drafted = 0, issued = 0, redeemed = 0, voided = 0, expired = 0;
    } vouchers;
    std::vector<MissingArticle> missing;  // the ten most often reported, most often first
};
// What was asked for in one store and not there.
inline constexpr int unmet_days = 30;
inline constexpr std::size_t unmet_listed = 200;  // articles and words of a store, each
struct StoreUnmet {
    std::string store_id, store, currency;
    CivilDate first, today;               // the days that count, in the store's time zone: unmet_days of them
    core::incident::UnmetDemand demand;   // the most asked for, at most unmet_listed; named as the store's
                                          // registers called them last, by what was received
    std::size_t articles = 0, words = 0;  // how many there are altogether
};
struct Overview {
    std::vector<RegisterOverview> registers;  // that were confirmed; by store and register
    std::int64_t exception_count = 0;
    std::vector<Exception> exceptions;  // the newest fifty, without bytes
    // By store; one for each currency of a store, and none where nothing was asked for in vain.
    std::vector<StoreUnmet> unmet;
};

// The day that an instant has in a time zone by its IANA name; in UTC where that zone is not known here.
using DayInZone = std::function<CivilDate(const std::string& zone, Instant)>;

class ReceiverStore {
  public:
    virtual ~ReceiverStore() = default;

    virtual Result<> add_code(const EnrolmentCode& code) = 0;
    virtual Result<std::optional<EnrolmentCode>> code(const std::string& code_hash) = 0;
    // Uses up the code and lets the device wait to be confirmed, or neither; one that waits already waits
    // anew. One that was confirmed with the same key and names counts on, and waits for nobody. refused: the
    // code was used meanwhile, or the device or key is known with other values. The store_id is filled in.
    virtual Result<EnrolledDevice> enrol(const std::string& code_hash, EnrolledDevice device,
                                         Instant now) = 0;
    virtual Result<std::optional<EnrolledDevice>> device_of_key(const std::string& public_key) = 0;
    virtual Result<std::optional<EnrolledDevice>> device(const DeviceId& device) = 0;
    virtual Result<> revoke(const DeviceId& device, Instant now) = 0;  // not_found
    // Those that wait to be confirmed and have not waited too long, the oldest first.
    virtual Result<std::vector<EnrolledDevice>> waiting(Instant now) = 0;
    // It counts from now on, or is forgotten as if it had never come; its code stays used. not_found: it does
    // not wait, or waited too long.
    virtual Result<> confirm(const DeviceId& device, Instant now) = 0;
    virtual Result<> turn_away(const DeviceId& device) = 0;
    // false: it was used before.
    virtual Result<bool> use_nonce(const Nonce& nonce, Instant now) = 0;

    // The newest event without a gap before it.
    virtual Result<JournalMark> mark(const DeviceId& device, std::uint32_t epoch) = 0;
    virtual Result<std::optional<std::string>> hash_of(const DeviceId& device, std::uint32_t epoch,
                                                       std::uint64_t sequence) = 0;
    // The register was heard: stores events that continue its journal, brings the tables up to them and notes
    // exceptions: one durable transaction, nothing when it fails. Programming error: events that do not
    // continue it.
    virtual Result<> take_in(const EnrolledDevice& device, std::uint32_t epoch,
                             std::span<const ReceivedEvent> events, std::span<const Exception> exceptions,
                             Instant now) = 0;
    // The bytes as received, from `first` on, at most `limit`.
    virtual Result<std::vector<StoredEvent>> events(const DeviceId& device, std::uint32_t epoch,
                                                    std::uint64_t first, std::size_t limit) = 0;
    // Where very much was received it may be a minute old, but knows every register.
    virtual Result<Overview> overview(Instant now) = 0;
};

}  // namespace makegood::ports
