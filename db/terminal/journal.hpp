// The append-only, hash-chained journal of this register and its authenticated end.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/ports/event_codec.hpp"
#include "app/ports/store.hpp"
#include "db/engine/connection.hpp"
#include "db/terminal/device_signer.hpp"

namespace makegood::db::terminal {

// Where an event stands in the table: in order of epoch, then sequence.
inline constexpr int sequence_bits = 40;
constexpr std::int64_t journal_place(std::uint32_t epoch, std::uint64_t sequence) {
    return static_cast<std::int64_t>(epoch) << sequence_bits | static_cast<std::int64_t>(sequence);
}

constexpr std::uint64_t sequence_at(std::int64_t place) {
    return static_cast<std::uint64_t>(place) & ((std::uint64_t{1} << sequence_bits) - 1);
}

// The row that says where the journal ends. Its code is keyed, so that nobody without the device's key can
// cut the end off and say that it was never there.
struct HeadRow {
    ports::JournalMark mark;  // hash as 64 digits
    std::string mac;          // 32 bytes
};
std::string head_mac(const ports::JournalMark& mark, const Key& key);
// nullopt: the journal is empty.
std::optional<HeadRow> read_head(engine::Connection& connection);

class Journal {
  public:
    Journal(engine::Connection& connection, const ports::EventCodec& codec, const DeviceSigner& device);

    // Reads where the journal ends. failed when the end is not as it was written.
    Result<> load();

    // Events as they will be stored, chained to the end and to each other; nothing is written yet.
    struct Link {
        std::string bytes, hash;  // hash: 32 bytes
        std::uint32_t epoch = 1;
        std::uint64_t sequence = 0;
        std::int64_t place() const { return journal_place(epoch, sequence); }
    };
    // A RightsChanged of a later epoch begins that epoch. bad_input: a text in it can't be written.
    Result<std::vector<Link>> chain(const ports::Stamp& stamp, std::span<const ports::Event> events) const;
    // Inside a transaction. Throws.
    void write(std::span<const Link> links);
    // After the transaction is durable.
    void advance(std::span<const Link> links, Instant at);

    const ports::JournalMark& head() const { return head_; }
    const DeviceId& device() const { return device_; }
    std::optional<Instant> last_event_at() const { return last_at_; }

    bool has(std::int64_t place);
    // The event at this place, as it was written: its hash fits, and it is this device's. failed: it is gone
    // or was changed.
    Result<ports::RecordedEvent> event_at(std::int64_t place);

    // Events from `first` on: at most `limit` and 256 KiB, but one at least.
    Result<std::vector<ports::StoredEvent>> segment(std::uint64_t first, std::size_t limit);

  private:
    void write_head(const Link& last);

    engine::Connection& connection_;
    ports::EventCodec codec_;
    DeviceId device_;
    Key head_key_;
    ports::JournalMark head_;
    std::optional<Instant> last_at_;
};

}  // namespace makegood::db::terminal
