#include "db/server/receiver_database.hpp"

#include "app/base/check.hpp"
#include "db/server/hub_tables.hpp"
#include "db/server/projection.hpp"
#include "db/server/receiver_overview.hpp"
#include "db/server/receiver_schema.hpp"
#include "db/server/receiver_tables.hpp"
#include "db/server/unmet_list.hpp"

namespace makegood::db::server {
namespace {

const std::string no_hash(64, '0');

std::int64_t microseconds(Instant instant) {
    return instant.time_since_epoch().count();
}

std::int64_t row_of(engine::Connection& connection, const DeviceId& device) {
    auto row = connection.query("SELECT id FROM device WHERE device = ?");
    row.bind(device.text());
    MAKEGOOD_CHECK(row.step());
    return row.take_integer();
}

void insert_event(engine::Connection& connection, std::int64_t device, std::uint32_t epoch,
                  const ports::ReceivedEvent& event, Instant now) {
    connection
        .query(
            "INSERT INTO event (device, epoch, sequence, hash, received_at, bytes) VALUES (?, ?, ?, ?, ?, ?)")
        .bind(device)
        .bind(static_cast<std::int64_t>(epoch))
        .bind(static_cast<std::int64_t>(event.sequence))
        .bind(event.hash)
        .bind(microseconds(now))
        .bind_blob(event.bytes)
        .run();
}

void note_exception(engine::Connection& connection, std::int64_t device, const ports::Exception& exception) {
    connection
        .query(
            "INSERT INTO exception (device, kind, epoch, sequence, hash, bytes, sentence, first_seen) "
            "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 "
            "WHERE (SELECT count(*) FROM exception WHERE device = ?1) < 10000 "
            "ON CONFLICT (device, kind, epoch, sequence, hash) DO UPDATE SET times = times + 1")
        .bind(device)
        .bind(static_cast<std::int64_t>(exception.kind))
        .bind(static_cast<std::int64_t>(exception.epoch))
        .bind(static_cast<std::int64_t>(exception.sequence))
        .bind(exception.hash)
        .bind_blob(exception.bytes)
        .bind(exception.sentence)
        .bind(microseconds(exception.first_seen))
        .run();
}

void count_events(engine::Connection& connection, std::int64_t device, std::size_t added, Instant now) {
    connection.query("UPDATE device SET events = events + ?, heard_at = ? WHERE id = ?")
        .bind(static_cast<std::int64_t>(added))
        .bind(microseconds(now))
        .bind(device)
        .run();
}

}  // namespace

Result<std::unique_ptr<ReceiverDatabase>> ReceiverDatabase::open(const std::filesystem::path& folder,
                                                                 ports::EventCodec codec,
                                                                 ports::DayInZone day_in_zone) {
    auto lock = engine::FolderLock::take(folder, "makegood-server");
    if (!lock) return fail(lock.error());
    std::unique_ptr<ReceiverDatabase> database(new ReceiverDatabase(
        std::move(*lock), (folder / "head-office.db").string(), std::move(codec), std::move(day_in_zone)));
    MAKEGOOD_TRY(database->usable());
    return database;
}

Result<> ReceiverDatabase::usable() {
    if (connection_) return {};
    auto connection = engine::Connection::open(path_);
    if (!connection) return fail(connection.error());
    MAKEGOOD_TRY(engine::migrate(**connection, receiver_migrations()));
    MAKEGOOD_TRY(bring_tables_up(**connection, codec_));
    connection_ = std::move(*connection);
    return {};
}

Result<ports::JournalMark> ReceiverDatabase::mark(const DeviceId& device, std::uint32_t epoch) {
    return read([&]() -> Result<ports::JournalMark> {
        auto row = connection_->query(
            "SELECT sequence, hash FROM event WHERE device = (SELECT id FROM device WHERE device = ?) AND "
            "epoch = ? "
            "ORDER BY sequence DESC LIMIT 1");
        row.bind(device.text()).bind(static_cast<std::int64_t>(epoch));
        if (!row.step()) return ports::JournalMark{epoch, 0, no_hash};
        const auto sequence = static_cast<std::uint64_t>(row.take_integer());
        return ports::JournalMark{epoch, sequence, row.take_text()};
    });
}

Result<std::optional<std::string>> ReceiverDatabase::hash_of(const DeviceId& device, std::uint32_t epoch,
                                                             std::uint64_t sequence) {
    return read([&]() -> Result<std::optional<std::string>> {
        auto row = connection_->query(
            "SELECT hash FROM event WHERE device = (SELECT id FROM device WHERE device = ?) AND epoch = ? "
            "AND "
            "sequence = ?");
        row.bind(device.text())
            .bind(static_cast<std::int64_t>(epoch))
            .bind(static_cast<std::int64_t>(sequence));
        if (!row.step()) return std::optional<std::string>();
        return std::optional<std::string>(row.take_text());
    });
}

Result<> ReceiverDatabase::take_in(const ports::EnrolledDevice& device, std::uint32_t epoch,
                                   std::span<const ports::ReceivedEvent> events,
                                   std::span<const ports::Exception> exceptions, Instant now) {
    if (!events.empty()) {
        const auto before = mark(device.device, epoch);
        if (!before) return fail(before.error());
        MAKEGOOD_CHECK(events.front().sequence == before->sequence + 1);
    }
    return write([&]() -> Result<> {
        const std::int64_t row = row_of(*connection_, device.device);
        for (const auto& event : events) {
            insert_event(*connection_, row, epoch, event, now);
            if (event.understood) project(*connection_, row, epoch, *event.understood);
        }
        for (const auto& exception : exceptions) note_exception(*connection_, row, exception);
        count_events(*connection_, row, events.size(), now);
        return {};
    });
}

Result<std::vector<ports::StoredEvent>> ReceiverDatabase::events(const DeviceId& device, std::uint32_t epoch,
                                                                 std::uint64_t first, std::size_t limit) {
    return read([&]() -> Result<std::vector<ports::StoredEvent>> {
        std::vector<ports::StoredEvent> found;
        auto rows = connection_->query(
            "SELECT sequence, bytes, hash FROM event WHERE device = (SELECT id FROM device WHERE device = ?) "
            "AND "
            "epoch = ? AND sequence >= ? ORDER BY sequence LIMIT ?");
        rows.bind(device.text())
            .bind(static_cast<std::int64_t>(epoch))
            .bind(static_cast<std::int64_t>(first))
            .bind(static_cast<std::int64_t>(limit));
        while (rows.step()) {
            ports::StoredEvent event;
            event.sequence = static_cast<std::uint64_t>(rows.take_integer());
            event.bytes = rows.take_text();
            event.hash = rows.take_text();
            found.push_back(std::move(event));
        }
        return found;
    });
}

Result<ports::HubState> ReceiverDatabase::hub() {
    return read([&]() -> Result<ports::HubState> { return read_hub(*connection_); });
}

Result<> ReceiverDatabase::save_hub(const ports::HubState& before, const ports::HubState& after) {
    return write([&]() -> Result<> {
        write_hub(*connection_, before, after);
        return {};
    });
}

Result<std::string> ReceiverDatabase::setting(const std::string& key) {
    return read([&]() -> Result<std::string> {
        auto row = connection_->query("SELECT value FROM setting WHERE key = ?");
        row.bind(key);
        return row.step() ? row.take_text() : std::string();
    });
}

Result<> ReceiverDatabase::set_setting(const std::string& key, const std::string& value) {
    return write([&]() -> Result<> {
        connection_->query("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)")
            .bind(key)
            .bind(value)
            .run();
        return {};
    });
}

Result<bool> ReceiverDatabase::has_registers() {
    return read([&]() -> Result<bool> { return connection_->query("SELECT 1 FROM device LIMIT 1").step(); });
}

Result<ports::Overview> ReceiverDatabase::overview(Instant now) {
    return read([&]() -> Result<ports::Overview> {
        if (const auto* kept = kept_.at(now)) return *kept;
        auto overview = read_overview(*connection_);
        overview.unmet = read_unmet(*connection_, now, day_in_zone_);
        kept_.keep(overview, now);
        return overview;
    });
}

}  // namespace makegood::db::server
