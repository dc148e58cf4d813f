#include "db/server/receiver_tables.hpp"

#include "db/server/projection.hpp"
#include "db/server/receiver_schema.hpp"

namespace makegood::db::server {
namespace {

Result<std::int64_t> step_made(engine::Connection& connection) {
    return connection.guarded([&]() -> Result<std::int64_t> {
        auto row = connection.query("SELECT step FROM tables_made");
        return row.step() ? row.take_integer() : 0;
    });
}

// What nobody understands stays set aside.
void replay(engine::Connection& connection, const ports::EventCodec& codec) {
    auto rows = connection.query("SELECT device, bytes FROM event ORDER BY id");
    while (rows.step()) {
        const auto device = rows.take_integer();
        const auto decoded = codec.decode(rows.take_view());
        if (decoded) project(connection, device, decoded->first.epoch, decoded->second);
    }
}

}  // namespace

Result<> bring_tables_up(engine::Connection& connection, const ports::EventCodec& codec) {
    const auto step = static_cast<std::int64_t>(receiver_migrations().size());
    const auto made = step_made(connection);
    if (!made) return fail(made.error());
    if (*made == step) return {};
    return connection.transaction([&]() -> Result<> {
        for (const auto table : projected_tables()) connection.execute("DELETE FROM " + std::string(table));
        replay(connection, codec);
        connection
            .query(
                "INSERT INTO tables_made (only, step) VALUES (1, ?1) ON CONFLICT (only) DO UPDATE SET step = "
                "?1")
            .bind(step)
            .run();
        return {};
    });
}

}  // namespace makegood::db::server
