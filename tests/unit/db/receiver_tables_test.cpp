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

// Stored without a look at whose they are, as what is not understood is.
struct Rows {
    engine::Connection& connection;
    std::int64_t sequence = 0;
    std::string hash = std::string(64, '0');

    void store(const std::string& bytes) {
        hash = wire::blake2b_hex(bytes);
        connection
            .query(
                "INSERT INTO event (device, epoch, sequence, hash, received_at, bytes) VALUES (1, 1, ?, ?, "
                "1, "
                "?)")
            .bind(++sequence)
            .bind(hash)
            .bind_blob(bytes)
            .run();
    }
    void set_aside(const std::string& bytes) {
        store(bytes);
        connection
            .query(
                "INSERT INTO exception (kind, device, epoch, sequence, hash, bytes, sentence, first_seen) "
                "VALUES (0, 1, 1, ?, ?, ?, 'This line is not known.', 1)")
            .bind(sequence)
            .bind(hash)
            .bind_blob(bytes)
            .run();
    }
    ports::EventHead next() const {
        return {register_one, 1, static_cast<std::uint64_t>(sequence) + 1, hash};
    }
    static std::string bytes_of(const ports::EventHead& head, const ports::Event& event) {
        return wire::event_codec().encode(head, {noon, PersonId("p1")}, event);
    }
};

ports::WordsAskedFor words(const char* asked) {
    return {asked};
}

// What can be read and yet is not this register's next event.
void set_aside_strangers(Rows& rows) {
    auto head = rows.next();
    head.device = DeviceId(std::string(32, 'e'));
    rows.set_aside(Rows::bytes_of(head, words("of another register")));
    head = rows.next();
    head.epoch = 2;
    rows.set_aside(Rows::bytes_of(head, words("of another epoch")));
    head = rows.next();
    head.sequence = 99;
    rows.set_aside(Rows::bytes_of(head, words("of another place")));
    head = rows.next();
    head.previous_hash = std::string(64, 'b');
    rows.set_aside(Rows::bytes_of(head, words("after another one")));
}

// As a version of `steps` steps left it that knew of no words, with a row that it made wrongly.
void fill(engine::Connection& connection, std::size_t steps) {
    REQUIRE(engine::migrate(connection, receiver_migrations().first(steps)));
    const auto filled = connection.transaction([&]() -> Result<> {
        connection.execute(
            "INSERT INTO shop (id, name) VALUES (1, 'Mitte');"
            "INSERT INTO device (id, device, public_key, shop, register_name, enrolled_at, events) VALUES "
            "(1, 'dddddddddddddddddddddddddddddddd', 'a', 1, '1', 1, 8);"
            "INSERT INTO recovery (device, id, cost, worth, reserved) VALUES (1, 'r1-99', 5, 5, 5);");
        Rows rows{connection};
        rows.store(Rows::bytes_of(
            rows.next(), ports::ShopOpened{"Mitte", "1", "EUR", "Europe/Berlin", std::string(64, 'a')}));
        rows.store(Rows::bytes_of(rows.next(), oil_missing()));
        rows.set_aside(Rows::bytes_of(rows.next(), words("oat milk")));
        rows.set_aside("{\"v\":99}");
        set_aside_strangers(rows);
        return {};
    });
    REQUIRE(filled);
}

std::int64_t number_in(engine::Connection& connection, engine::Literal sql) {
    auto row = connection.query(sql);
    REQUIRE(row.step());
    return row.take_integer();
}

TEST_CASE("what was received before this version counts, once") {
    tests::TempFolder folder;
    const std::filesystem::path office = folder.path() + "/office";
    std::filesystem::create_directory(office);
    {
        const auto connection = engine::Connection::open((office / "head-office.db").string());
        REQUIRE(connection);
        fill(**connection, 3);
    }
    for (int opened = 0; opened < 2; ++opened) {
        auto database = ReceiverDatabase::open(office, wire::event_codec(), utc_day);
        REQUIRE(database);
        const auto overview = (*database)->overview(noon);
        REQUIRE(overview);
        CHECK(overview->registers.at(0).incidents.stock_out == 1);
        CHECK(overview->registers.at(0).recoveries.given == 0);  // of no event
        CHECK(overview->registers.at(0).currency == "EUR");
        REQUIRE(overview->unmet.size() == 1);
        const auto& demand = overview->unmet[0].demand;
        REQUIRE(demand.articles.size() == 1);
        CHECK(demand.articles[0].pieces == 3);
        REQUIRE(demand.words.size() == 1);
        CHECK(demand.words[0].words == "oat milk");
        CHECK(overview->exception_count == 5);  // "oat milk" is understood now
        for (const auto& exception : overview->exceptions) CHECK(exception.sequence > 3);
    }
}

TEST_CASE("a version that knows more kinds of events makes the tables anew, with no step of its own") {
    const auto connection = engine::Connection::open(":memory:");
    REQUIRE(connection);
    const auto steps = receiver_migrations().size();
    fill(**connection, steps);
    (*connection)->execute("INSERT INTO tables_made (only, step) VALUES (1, " + std::to_string(steps) + ")");
    REQUIRE(bring_tables_up(**connection, wire::event_codec()));
    CHECK(number_in(**connection, "SELECT count(*) FROM missed") == 1);
    CHECK(number_in(**connection, "SELECT count(*) FROM asked_in_words") == 1);
}

TEST_CASE("tables of this version are left as they are") {
    const auto connection = engine::Connection::open(":memory:");
    REQUIRE(connection);
    fill(**connection, receiver_migrations().size());
    REQUIRE(bring_tables_up(**connection, wire::event_codec()));
    (*connection)->execute("DELETE FROM missed");
    REQUIRE(bring_tables_up(**connection, wire::event_codec()));
    CHECK(number_in(**connection, "SELECT count(*) FROM missed") == 0);
}

}  // namespace
}  // namespace makegood::db::server
