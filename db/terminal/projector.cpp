#include "db/terminal/projector.hpp"

#include <sqlite3.h>

#include "db/terminal/columns.hpp"

namespace makegood::db::terminal {

void must_be_one(std::int64_t changed, const char* what) {
    if (changed != 1) throw Contradiction(what);
}

void Projector::apply(std::uint64_t sequence, const ports::Stamp& stamp, const ports::Event& event) {
    try {
        std::visit([&](const auto& fact) { on({sequence, stamp}, fact); }, event);
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

void Projector::on(const Place&, const ports::BudgetSet& event) {
    money_.set_limit(event.limit, event.period);
}

void Projector::on(const Place& place, const ports::IncidentReported& event) {
    auto insert = connection_.query(
        "INSERT INTO incidents (id, kind, failure, severity, in_a_hurry, special_day, happened_before, "
        "with_children, "
        "not_our_fault, article, quantity, loss, article_name, note, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put_all(insert, event.id, event.incident, event.article_name, event.note, place.stamp.at).run();
    std::int64_t position = 0;
    for (const auto& offer : event.offers) {
        auto row = connection_.query(
            "INSERT INTO offers (incident, position, id, kind, article, gesture, quantity, title, label, "
            "detail, "
            "reason, sentence, place, pays, cost, worth, paper, voucher_value, valid_days, due_hours, "
            "score_millionths, probability_basis_points) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        put_all(row, event.id, position++, offer).run();
    }
}

void Projector::on(const Place&, const ports::IncidentClosed& event) {
    auto close = connection_.query(
        "UPDATE incidents SET closed = ?2 WHERE id = ?1 AND closed IS NULL AND recovery IS NULL");
    must_be_one(put_all(close, event.id, event.why).run(), "closes an incident that is not open");
}

void Projector::on(const Place&, const ports::CatalogueImported& event) {
    auto current = connection_.query(
        "INSERT OR REPLACE INTO catalogue (only, file, digest, articles, added, changed, unchanged, "
        "rejected, "
        "with_stock) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)");
    put_all(current, event.file, event.digest, event.articles, event.added, event.changed, event.unchanged,
            event.rejected, event.with_stock)
        .run();
    if (event.with_stock) connection_.query("DELETE FROM stock_given").run();
}

void Projector::on(const Place& place, const ports::PromiseKept& event) {
    auto keep =
        connection_.query("UPDATE promises SET kept = ?2 WHERE id = ?1 AND kept IS NULL AND cancelled = 0");
    must_be_one(put_all(keep, event.id, place.stamp.at).run(), "keeps a promise that is not open");
}

void Projector::take_stock(const ArticleNumber& article, std::int64_t pieces) {
    auto change = connection_.query(
        "INSERT INTO stock_given (article, pieces) VALUES (?1, ?2) ON CONFLICT (article) DO UPDATE SET "
        "pieces = pieces + ?2");
    put_all(change, article, pieces).run();
}

}  // namespace makegood::db::terminal
