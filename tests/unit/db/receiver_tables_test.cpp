// A folder of head office that an earlier version made.
#include "db/server/receiver_tables.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "app/wire/digest.hpp"
#include "app/wire/json_event_codec.hpp"
#include "db/engine/migrations.hpp"
#include "db/server/receiver_database.hpp"
#include "db/server/receiver_schema.hpp"
#include "tests/support/temp_folder.hpp"

namespace makegood::db::server {
namespace {

const Instant noon = *base::parse_instant("2026-11-22T12:00:00.000000Z");
const DeviceId register_one(std::string(32, 'd'));

CivilDate utc_day(const std::string&, Instant instant) {
    return CivilDate{std::chrono::floor<std::chrono::days>(instant)};
}

ports::IncidentReported oil_missing() {
    ports::IncidentReported reported;
    reported.id = IncidentId("i1-2");
    reported.incident.article = ArticleNumber("9520000000011");
    reported.incident.quantity = 3;
    reported.article_name = "Coconut oil 400 ml";
    return reported;
}

// As the version that knew the first three steps left it: events stored, nothing of unmet demand.
void fill(engine::Connection& connection) {
    REQUIRE(engine::migrate(connection, receiver_migrations().first(3)));
    const ports::Event events[] = {
        ports::ShopOpened{"Mitte", "1", "EUR", "Europe/Berlin", std::string(64, 'a')}, oil_missing(),
        ports::WordsAskedFor{"oat milk"}};
    const auto filled = connection.transaction([&]() -> Result<> {
        connection.execute(
            "INSERT INTO shop (id, name) VALUES (1, 'Mitte');"
            "INSERT INTO device (id, device, public_key, shop, register_name, enrolled_at, events) VALUES "
            "(1, 'dddddddddddddddddddddddddddddddd', 'a', 1, '1', 1, 4);"
            "INSERT INTO incident (device, id, kind, article, article_name) VALUES "
            "(1, 'i1-2', 'stock-out', '9520000000011', 'Coconut oil 400 ml');");
        std::uint64_t sequence = 0;
        const auto store = [&](const std::string& bytes) {
            connection
                .query(
                    "INSERT INTO event (device, epoch, sequence, hash, received_at, bytes) VALUES (1, 1, ?, "
                    "?, 1, ?)")
                .bind(static_cast<std::int64_t>(++sequence))
                .bind(wire::blake2b_hex(bytes))
                .bind_blob(bytes)
                .run();
        };
        for (const auto& event : events)
            store(wire::event_codec().encode({register_one, 1, sequence + 1, std::string(64, '0')},
                                             {noon, PersonId("p1")}, event));
        store("{\"v\":99}");
        return {};
    });
    REQUIRE(filled);
}

TEST_CASE("what was received before this version counts, once") {
    tests::TempFolder folder;
    const std::filesystem::path office = folder.path() + "/office";
    std::filesystem::create_directory(office);
    {
        const auto connection = engine::Connection::open((office / "head-office.db").string());
        REQUIRE(connection);
        fill(**connection);
    }
    for (int opened = 0; opened < 2; ++opened) {
        auto database = ReceiverDatabase::open(office, wire::event_codec(), utc_day);
        REQUIRE(database);
        const auto overview = (*database)->overview(noon);
        REQUIRE(overview);
        CHECK(overview->registers.at(0).incidents.stock_out == 1);
        CHECK(overview->registers.at(0).currency == "EUR");
        REQUIRE(overview->unmet.size() == 1);
        const auto& demand = overview->unmet[0].demand;
        REQUIRE(demand.articles.size() == 1);
        CHECK(demand.articles[0].pieces == 3);
        REQUIRE(demand.words.size() == 1);
        CHECK(demand.words[0].words == "oat milk");
    }
}

TEST_CASE("tables of this version are left as they are") {
    const auto connection = engine::Connection::open(":memory:");
    REQUIRE(connection);
    fill(**connection);
    REQUIRE(engine::migrate(**connection, receiver_migrations()));
    REQUIRE(bring_tables_up(**connection, wire::event_codec()));
    (*connection)->execute("DELETE FROM missed");
    REQUIRE(bring_tables_up(**connection, wire::event_codec()));
    auto count = (*connection)->query("SELECT count(*) FROM missed");
    REQUIRE(count.step());
    CHECK(count.take_integer() == 0);
}

}  // namespace
}  // namespace makegood::db::server
