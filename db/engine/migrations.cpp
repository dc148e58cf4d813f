#include "db/engine/migrations.hpp"

#include <sodium.h>

#include "app/base/check.hpp"

namespace makegood::db::engine {
namespace {

constexpr const char* applied_table =
    "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT "
    "NOT NULL) "
    "STRICT";

std::string checksum(std::string_view sql) {
    unsigned char hash[crypto_generichash_BYTES];
    crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(sql.data()), sql.size(),
                       nullptr, 0);
    char hex[sizeof hash * 2 + 1];
    return sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
}

Result<std::vector<std::string>> applied_checksums(Connection& connection) {
    return connection.guarded([&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> checksums;
        auto rows = connection.query("SELECT checksum FROM migrations ORDER BY number");
        while (rows.step()) checksums.push_back(rows.take_text());
        return checksums;
    });
}

Result<> apply(Connection& connection, const Migration& migration) {
    return connection.transaction([&]() -> Result<> {
        connection.execute(std::string(migration.sql));
        connection.query("INSERT INTO migrations (number, name, checksum) VALUES (?, ?, ?)")
            .bind(static_cast<std::int64_t>(migration.number))
            .bind(std::string(migration.name))
            .bind(checksum(migration.sql))
            .run();
        return {};
    });
}

}  // namespace

Result<> migrate(Connection& connection, std::span<const Migration> migrations) {
    MAKEGOOD_TRY(connection.transaction([&]() -> Result<> {
        connection.query(applied_table).run();
        return {};
    }));
    const auto applied = applied_checksums(connection);
    if (!applied) return fail(applied.error());
    if (applied->size() > migrations.size())
        return fail(ErrorKind::failed,
                    connection.path() +
                        " was made by a newer version of Makegood. Install that version, or "
                        "restore a backup made by this one.");
    for (std::size_t i = 0; i < migrations.size(); ++i) {
        MAKEGOOD_CHECK(migrations[i].number == static_cast<int>(i) + 1);
        if (i >= applied->size()) {
            MAKEGOOD_TRY(apply(connection, migrations[i]));
        } else if ((*applied)[i] != checksum(migrations[i].sql)) {
            return fail(
                ErrorKind::failed,
                connection.path() +
                    " was made by another build of Makegood. Install the build that made it, or restore a "
                    "backup made by this one.",
                "migration " + std::to_string(i + 1) + " has another checksum");
        }
    }
    return {};
}

}  // namespace makegood::db::engine
