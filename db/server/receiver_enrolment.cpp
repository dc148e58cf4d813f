// Codes, registers and nonces of the receiver's store.
#include "db/server/receiver_database.hpp"

namespace makegood::db::server {
namespace {

std::int64_t microseconds(Instant instant) {
    return instant.time_since_epoch().count();
}

// In the order of take_device.
#define SELECT_DEVICE                                                                                 \
    "SELECT device.device, public_key, shop.id, shop.name, register_name, revoked_at, confirmed_at, " \
    "enrolled_at FROM device JOIN shop ON shop.id = device.shop "

ports::EnrolledDevice take_device(engine::Query& row) {
    ports::EnrolledDevice device;
    device.device = DeviceId(row.take_text());
    device.public_key = row.take_text();
    device.store_id = "s" + row.take_text();
    device.store = row.take_text();
    device.register_name = row.take_text();
    device.revoked = row.take_integer() != 0;
    device.waits = row.take_integer() == 0;
    device.enrolled_at = Instant(Duration(row.take_integer()));
    return device;
}

std::int64_t shop_row(engine::Connection& connection, const std::string& name) {
    connection.query("INSERT INTO shop (name) VALUES (?) ON CONFLICT DO NOTHING").bind(name).run();
    auto row = connection.query("SELECT id FROM shop WHERE name = ?");
    row.bind(name);
    row.step();
    return row.take_integer();
}

bool use_up(engine::Connection& connection, const std::string& code_hash, const std::string& public_key) {
    return connection.query("UPDATE code SET used_by = ? WHERE code_hash = ? AND used_by = ''")
               .bind(public_key)
               .bind(code_hash)
               .run() == 1;
}

bool add_device(engine::Connection& connection, const ports::EnrolledDevice& device, std::int64_t shop,
                Instant now) {
    return connection
               .query(
                   "INSERT INTO device (device, public_key, shop, register_name, enrolled_at) "
                   "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
               .bind(device.device.text())
               .bind(device.public_key)
               .bind(shop)
               .bind(device.register_name)
               .bind(microseconds(now))
               .run() == 1;
}

// Whoever waits and comes again, or has waited too long, begins anew.
void forget_waiting(engine::Connection& connection, const ports::EnrolledDevice& device, Instant now) {
    connection
        .query(
            "DELETE FROM device WHERE confirmed_at = 0 AND revoked_at = 0 AND (enrolled_at <= ? OR (device = "
            "? AND public_key = ?))")
        .bind(microseconds(now - ports::waits_for_a_person))
        .bind(device.device.text())
        .bind(device.public_key)
        .run();
}

bool counts_already(engine::Connection& connection, const ports::EnrolledDevice& device, std::int64_t shop) {
    auto row = connection.query(
        "SELECT 1 FROM device WHERE device = ? AND public_key = ? AND shop = ? AND register_name = ? AND "
        "confirmed_at <> 0 AND revoked_at = 0");
    row.bind(device.device.text()).bind(device.public_key).bind(shop).bind(device.register_name);
    return row.step();
}

Result<> does_not_wait(const DeviceId& device) {
    return fail(
        ErrorKind::not_found,
        "Register " + device.text() + " does not wait here. makegood-server waiting lists those that do.");
}

}  // namespace

Result<> ReceiverDatabase::add_code(const ports::EnrolmentCode& code) {
    return write([&]() -> Result<> {
        connection_
            ->query("INSERT INTO code (code_hash, store, register_name, expires_at) VALUES (?, ?, ?, ?)")
            .bind(code.code_hash)
            .bind(code.store)
            .bind(code.register_name)
            .bind(microseconds(code.expires))
            .run();
        return {};
    });
}

Result<std::optional<ports::EnrolmentCode>> ReceiverDatabase::code(const std::string& code_hash) {
    return read([&]() -> Result<std::optional<ports::EnrolmentCode>> {
        auto row = connection_->query(
            "SELECT store, register_name, expires_at, used_by FROM code WHERE code_hash = ?");
        row.bind(code_hash);
        if (!row.step()) return std::optional<ports::EnrolmentCode>();
        ports::EnrolmentCode found{code_hash, row.take_text(), row.take_text(), {}, {}};
        found.expires = Instant(Duration(row.take_integer()));
        found.used_by = row.take_text();
        return std::optional(std::move(found));
    });
}

Result<ports::EnrolledDevice> ReceiverDatabase::enrol(const std::string& code_hash,
                                                      ports::EnrolledDevice device, Instant now) {
    const auto done = write([&]() -> Result<> {
        if (!use_up(*connection_, code_hash, device.public_key))
            return fail(ErrorKind::refused, "This code was used already. Ask head office for a new one.");
        forget_waiting(*connection_, device, now);
        const std::int64_t shop = shop_row(*connection_, device.store);
        device.store_id = "s" + std::to_string(shop);
        device.waits = !counts_already(*connection_, device, shop);
        if (!device.waits) return {};
        if (!add_device(*connection_, device, shop, now))
            return fail(
                ErrorKind::refused,
                "This register is known to head office already, with another key or name. Ask head office to "
                "revoke the old one, and set this register up anew.");
        device.enrolled_at = now;
        return {};
    });
    if (!done) return fail(done.error());
    kept_.forget();
    return device;
}

Result<std::optional<ports::EnrolledDevice>> ReceiverDatabase::device_of_key(const std::string& public_key) {
    return read([&]() -> Result<std::optional<ports::EnrolledDevice>> {
        auto row = connection_->query(SELECT_DEVICE "WHERE public_key = ?");
        row.bind(public_key);
        if (!row.step()) return std::optional<ports::EnrolledDevice>();
        return std::optional(take_device(row));
    });
}

Result<std::optional<ports::EnrolledDevice>> ReceiverDatabase::device(const DeviceId& device) {
    return read([&]() -> Result<std::optional<ports::EnrolledDevice>> {
        auto row = connection_->query(SELECT_DEVICE "WHERE device.device = ?");
        row.bind(device.text());
        if (!row.step()) return std::optional<ports::EnrolledDevice>();
        return std::optional(take_device(row));
    });
}

Result<> ReceiverDatabase::revoke(const DeviceId& device, Instant now) {
    kept_.forget();
    return write([&]() -> Result<> {
        const auto changed =
            connection_
                ->query("UPDATE device SET revoked_at = iif(revoked_at, revoked_at, ?) WHERE device = ?")
                .bind(microseconds(now))
                .bind(device.text())
                .run();
        if (changed == 1) return {};
        return fail(ErrorKind::not_found, "There is no register " + device.text() +
                                              " here. /v1/summary lists the registers with their numbers.");
    });
}

Result<std::vector<ports::EnrolledDevice>> ReceiverDatabase::waiting(Instant now) {
    return read([&]() -> Result<std::vector<ports::EnrolledDevice>> {
        std::vector<ports::EnrolledDevice> found;
        auto rows = connection_->query(
            SELECT_DEVICE
            "WHERE confirmed_at = 0 AND revoked_at = 0 AND enrolled_at > ? ORDER BY enrolled_at, device.id");
        rows.bind(microseconds(now - ports::waits_for_a_person));
        while (rows.step()) found.push_back(take_device(rows));
        return found;
    });
}

Result<> ReceiverDatabase::confirm(const DeviceId& device, Instant now) {
    kept_.forget();
    return write([&]() -> Result<> {
        const auto changed =
            connection_
                ->query(
                    "UPDATE device SET confirmed_at = ? WHERE device = ? AND confirmed_at = 0 AND "
                    "enrolled_at > ?")
                .bind(microseconds(now))
                .bind(device.text())
                .bind(microseconds(now - ports::waits_for_a_person))
                .run();
        return changed == 1 ? Result<>() : does_not_wait(device);
    });
}

Result<> ReceiverDatabase::turn_away(const DeviceId& device) {
    kept_.forget();
    return write([&]() -> Result<> {
        const auto changed = connection_->query("DELETE FROM device WHERE device = ? AND confirmed_at = 0")
                                 .bind(device.text())
                                 .run();
        return changed == 1 ? Result<>() : does_not_wait(device);
    });
}

Result<bool> ReceiverDatabase::use_nonce(const ports::Nonce& nonce, Instant now) {
    bool fresh = false;
    const auto done = write([&]() -> Result<> {
        connection_->query("DELETE FROM nonce WHERE forget_after < ?").bind(microseconds(now)).run();
        fresh =
            connection_
                ->query(
                    "INSERT INTO nonce (key, nonce, forget_after) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .bind(nonce.key)
                .bind(nonce.nonce)
                .bind(microseconds(nonce.forget_after))
                .run() == 1;
        return {};
    });
    if (!done) return fail(done.error());
    return fresh;
}

}  // namespace makegood::db::server
