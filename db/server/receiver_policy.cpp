// The rules that are handed down.
#include "db/server/receiver_database.hpp"

namespace makegood::db::server {
namespace {

// 0: there is none.
std::uint64_t newest_version(engine::Connection& connection, const std::string& store) {
    auto row = connection.query("SELECT coalesce(max(version), 0) FROM policy WHERE store = ?");
    row.bind(store);
    return row.step() ? static_cast<std::uint64_t>(row.take_integer()) : 0;
}

}  // namespace

Result<std::optional<ports::StorePolicy>> ReceiverDatabase::newest_policy(const std::string& store) {
    return read([&]() -> Result<std::optional<ports::StorePolicy>> {
        auto row = connection_->query(
            "SELECT version, text, signature FROM policy WHERE store = ? ORDER BY version DESC LIMIT 1");
        row.bind(store);
        if (!row.step()) return std::optional<ports::StorePolicy>();
        ports::StorePolicy policy{store, static_cast<std::uint64_t>(row.take_integer()), {}};
        policy.document.text = row.take_text();
        policy.document.signature = row.take_text();
        return std::optional(std::move(policy));
    });
}

Result<> ReceiverDatabase::publish_policy(const ports::StorePolicy& policy, Instant now) {
    return write([&]() -> Result<> {
        const auto newest = newest_version(*connection_, policy.store);
        if (policy.version <= newest)
            return fail(ErrorKind::refused,
                        "Version " + std::to_string(policy.version) + " can't follow version " +
                            std::to_string(newest) + " of \"" + policy.store +
                            "\". Write version = " + std::to_string(newest + 1) + " under [policy].");
        connection_
            ->query(
                "INSERT INTO policy (store, version, text, signature, published_at) VALUES (?, ?, ?, ?, ?)")
            .bind(policy.store)
            .bind(static_cast<std::int64_t>(policy.version))
            .bind_blob(policy.document.text)
            .bind(policy.document.signature)
            .bind(now.time_since_epoch().count())
            .run();
        return {};
    });
}

Result<std::string> ReceiverDatabase::currency_of(const std::string& store) {
    return read([&]() -> Result<std::string> {
        auto row = connection_->query(
            "SELECT currency FROM device JOIN shop ON shop.id = device.shop WHERE shop.name = ? ORDER BY "
            "currency "
            "DESC, device.id LIMIT 1");
        row.bind(store);
        if (row.step()) return row.take_text();
        return fail(ErrorKind::not_found,
                    "No register of a store \"" + store +
                        "\" is enrolled here. Write the store's name under [policy] as its "
                        "registers have it; /v1/summary lists them.");
    });
}

Result<std::string> ReceiverDatabase::told_currency() {
    return read([&]() -> Result<std::string> {
        auto row = connection_->query(
            "SELECT currency FROM device WHERE currency <> '' ORDER BY revoked_at <> 0, device.id LIMIT 1");
        return row.step() ? row.take_text() : std::string();
    });
}

}  // namespace makegood::db::server
