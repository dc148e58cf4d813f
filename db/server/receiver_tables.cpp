#include "db/server/receiver_tables.hpp"

#include <map>

#include "app/ports/receiver_store.hpp"
#include "db/server/projection.hpp"
#include "db/server/receiver_schema.hpp"

namespace makegood::db::server {
namespace {

// To be raised when the same events of the same kinds make other rows in the same tables, or when more of
// their bytes are understood.
constexpr std::int64_t making = 1;

// Of the tables, of the events that are understood and of what is made of them.
std::int64_t present_stamp() {
    const auto steps = static_cast<std::int64_t>(receiver_migrations().size());
    const auto kinds = static_cast<std::int64_t>(std::variant_size_v<ports::Event>);
    return (making * 1000 + kinds) * 1000 + steps;
}

Result<std::int64_t> stamp_made(engine::Connection& connection) {
    return connection.guarded([&]() -> Result<std::int64_t> {
        auto row = connection.query("SELECT step FROM tables_made");
        return row.step() ? row.take_integer() : 0;
    });
}

// What was stored of one register in one epoch, read again.
struct Row {
    std::int64_t device = 0, epoch = 0, sequence = 0;
    std::string device_name, hash;
};

void forget_exception(engine::Connection& connection, const Row& row) {
    connection
        .query(
            "DELETE FROM exception WHERE device = ? AND kind = ? AND epoch = ? AND sequence = ? AND hash = ?")
        .bind(row.device)
        .bind(static_cast<std::int64_t>(ports::ExceptionKind::not_understood))
        .bind(row.epoch)
        .bind(row.sequence)
        .bind(row.hash)
        .run();
}

class Replay {
  public:
    Replay(engine::Connection& connection, const ports::EventCodec& codec)
        : connection_(connection), codec_(codec) {}

    void run() {
        auto rows = connection_.query(
            "SELECT event.device, device.device, epoch, sequence, hash, bytes FROM event JOIN device ON "
            "device.id = event.device ORDER BY event.id");
        while (rows.step()) {
            Row row{rows.take_integer()};
            row.device_name = rows.take_text();
            row.epoch = rows.take_integer();
            row.sequence = rows.take_integer();
            row.hash = rows.take_text();
            take_in(row, rows.take_view());
        }
    }

  private:
    // What nobody understands stays set aside, and so does what is not the register's next event: nobody
    // could ask that of it when it was received.
    void take_in(const Row& row, std::string_view bytes) {
        auto& previous = hashes_.try_emplace({row.device, row.epoch}, 64, '0').first->second;
        const auto decoded = codec_.decode(bytes);
        if (decoded && continues(row, decoded->first, previous)) {
            project(connection_, row.device, decoded->first.epoch, decoded->second);
            forget_exception(connection_, row);
        }
        previous = row.hash;
    }

    static bool continues(const Row& row, const ports::EventHead& head, const std::string& previous) {
        return head.device.text() == row.device_name && static_cast<std::int64_t>(head.epoch) == row.epoch &&
               head.sequence == static_cast<std::uint64_t>(row.sequence) && head.previous_hash == previous;
    }

    engine::Connection& connection_;
    const ports::EventCodec& codec_;
    std::map<std::pair<std::int64_t, std::int64_t>, std::string> hashes_;  // by device and epoch
};

}  // namespace

Result<> bring_tables_up(engine::Connection& connection, const ports::EventCodec& codec) {
    const auto made = stamp_made(connection);
    if (!made) return fail(made.error());
    if (*made == present_stamp()) return {};
    return connection.transaction([&]() -> Result<> {
        for (const auto table : projected_tables()) connection.execute("DELETE FROM " + std::string(table));
        Replay(connection, codec).run();
        connection
            .query(
                "INSERT INTO tables_made (only, step) VALUES (1, ?1) ON CONFLICT (only) DO UPDATE SET step = "
                "?1")
            .bind(present_stamp())
            .run();
        return {};
    });
}

}  // namespace makegood::db::server
