#include "db/terminal/projector.hpp"

#include <sqlite3.h>

#include "db/terminal/columns.hpp"
#include "db/terminal/habit_state.hpp"
#include "db/terminal/shown_articles.hpp"

namespace makegood::db::terminal {

void must_be_one(std::int64_t changed, const char* what) {
    if (changed != 1) throw Contradiction(what);
}

void Projector::apply(std::int64_t place, const ports::Stamp& stamp, const ports::Event& event) {
    try {
        std::visit([&](const auto& fact) { on({place, stamp}, fact); }, event);
    } catch (const SQLite::Exception& exception) {
        if ((exception.getErrorCode() & 0xff) != SQLITE_CONSTRAINT) throw;
        throw Contradiction(exception.what());
    }
}

void Projector::on(const Place&, const ports::ShopOpened& event) {
    auto insert = connection_.query(
        "INSERT INTO shop (only, store, register_name, currency, time_zone, public_key) VALUES (1, ?, ?, ?, "
        "?, ?)");
    put_all(insert, event.store, event.register_name, event.currency, event.time_zone, event.public_key)
        .run();
}

void Projector::on(const Place& place, const ports::BudgetSet& event) {
    money_.set_limit(event.limit);
    auto insert = connection_.query(
        "INSERT INTO limits_set (place, at, by, approved_by, kind, cost, worth, own_days, own_from) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put_all(insert, place.at, place.stamp.at, place.stamp.by, event.approved_by, event.limit.kind,
            event.limit.cost, event.limit.worth, event.limit.own)
        .run();
}

void Projector::on(const Place& place, const ports::IncidentReported& event) {
    auto insert = connection_.query(
        "INSERT INTO incidents (place, kind, article, at, pieces, shown, declined, renewed, closed, "
        "customer) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', ?1, 0, ?7)");
    put_all(insert, named(event.id, place.at), event.incident.kind, event.incident.article, place.stamp.at,
            event.incident.quantity, shown_articles(event.offers), event.customer)
        .run();
    HabitState(connection_).count(event.pace);
}

void Projector::on(const Place& place, const ports::OffersRenewed& event) {
    must_be_open(event.incident, "makes other offers for an incident that is not open");
    std::string shown;
    {
        auto before = connection_.query("SELECT shown FROM incidents WHERE place = ?");
        put_all(before, event.incident);
        if (!before.step()) throw Contradiction("makes other offers for an incident that is not there");
        take(before, shown);
    }
    auto renew =
        connection_.query("UPDATE incidents SET shown = ?2, declined = ?3, renewed = ?4 WHERE place = ?1");
    put_all(renew, event.incident, with_articles(shown, shown_articles(event.offers)),
            list_of(event.wishes.not_articles), place.at)
        .run();
}

void Projector::on(const Place& place, const ports::PolicyPublished& event) {
    auto insert = connection_.query(
        "INSERT INTO policies (place, version, digest, origin, signed_by) VALUES (?, ?, ?, ?, ?)");
    put_all(insert, place.at, event.version, event.digest, event.origin, event.signed_by).run();
}

void Projector::on(const Place& place, const ports::WordsAskedFor& event) {
    auto insert = connection_.query("INSERT INTO asked_in_words (place, words, at) VALUES (?, ?, ?)");
    put_all(insert, place.at, event.words, place.stamp.at).run();
}

void Projector::on(const Place& place, const ports::StockCounted& event) {
    auto count = connection_.query(
        "INSERT INTO counted (article, pieces, place) VALUES (?1, ?2, ?3) ON CONFLICT (article) DO UPDATE "
        "SET "
        "pieces = ?2, place = ?3");
    put_all(count, event.article, event.pieces, place.at).run();
}

void Projector::on(const Place& place, const ports::RightsChanged& event) {
    rights_.put(place.at, event);
}

void Projector::on(const Place&, const ports::IncidentClosed& event) {
    auto close = connection_.query("UPDATE incidents SET closed = ?2 WHERE place = ?1");
    must_be_open(event.id, "closes an incident that is not open");
    put_all(close, event.id, event.why == ports::recorded_in_error ? 2 : 1).run();
}

void Projector::on(const Place& place, const ports::CatalogueImported& event) {
    if (event.with_stock) connection_.query("DELETE FROM counted").run();
    auto current = connection_.query(
        "INSERT INTO catalogue (only, file, digest, articles, added, changed, unchanged, rejected, "
        "with_stock, "
        "counted) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CASE WHEN ?8 THEN ?9 ELSE 0 END) "
        "ON CONFLICT (only) DO UPDATE SET file = ?1, digest = ?2, articles = ?3, added = ?4, changed = ?5, "
        "unchanged = ?6, rejected = ?7, with_stock = ?8, counted = CASE WHEN ?8 THEN ?9 ELSE counted END");
    put_all(current, event.file, event.digest, event.articles, event.added, event.changed, event.unchanged,
            event.rejected, event.with_stock, place.at)
        .run();
}

void Projector::on(const Place&, const ports::SalesImported& event) {
    auto current = connection_.query(
        "INSERT INTO learnt (only, file, digest, lines, households, articles) VALUES (1, ?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (only) DO UPDATE SET file = ?1, digest = ?2, lines = ?3, households = ?4, articles = "
        "?5");
    put_all(current, event.file, event.digest, event.lines, event.households, event.articles).run();
}

void Projector::on(const Place& place, const ports::PromiseKept& event) {
    auto keep =
        connection_.query("UPDATE promises SET kept = ?2 WHERE id = ?1 AND kept IS NULL AND cancelled = 0");
    must_be_one(put_all(keep, event.id, place.stamp.at).run(), "keeps a promise that is not open");
}

void Projector::believe(const core::budget::BelievedTime& time) {
    auto upsert = connection_.query(
        "INSERT INTO clock (only, believed, doubted) VALUES (1, ?1, ?2) "
        "ON CONFLICT (only) DO UPDATE SET believed = ?1, doubted = ?2");
    put_all(upsert, time.until, time.doubted).run();
}

void Projector::on(const Place&, const ports::ClockSetBack& event) {
    believe({event.last_seen, false});
}

void Projector::on(const Place&, const ports::ClockJumped& event) {
    believe({event.believed, true});
}

void Projector::on(const Place& place, const ports::ClockConfirmed&) {
    believe({place.stamp.at, false});
}

}  // namespace makegood::db::terminal
