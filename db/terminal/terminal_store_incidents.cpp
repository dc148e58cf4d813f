// Incidents, their offers, and what was given.
#include "db/terminal/columns.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {
namespace {

using core::recovery::Offer;
using engine::Query;

Offer offer_of(Query& row) {
    Offer offer;
    take(row, offer);
    return offer;
}

ports::RecoveryRow recovery_row(Query& row) {
    ports::RecoveryRow recovery;
    take_all(row, recovery.id, recovery.incident, recovery.period, recovery.state, recovery.at, recovery.by,
             recovery.voucher, recovery.job, recovery.offer);
    return recovery;
}

// One text for each use, so that each is prepared once.
#define RECOVERY_COLUMNS                                                                                     \
    "SELECT id, incident, period, state, at, by, voucher, job, offer_id, kind, article, gesture, quantity, " \
    "title, "                                                                                                \
    "label, detail, reason, sentence, place, pays, cost, worth, paper, voucher_value, valid_days, "          \
    "due_hours, "                                                                                            \
    "score_millionths, probability_basis_points FROM recoveries "

}  // namespace

Result<std::optional<ports::IncidentRow>> TerminalStore::incident(const IncidentId& id) {
    return connection_.guarded([&]() -> Result<std::optional<ports::IncidentRow>> {
        auto query = connection_.query(
            "SELECT id, kind, failure, severity, in_a_hurry, special_day, happened_before, with_children, "
            "not_our_fault, article, quantity, loss, article_name, note, at, closed IS NULL AND recovery IS "
            "NULL "
            "FROM incidents WHERE id = ?");
        put_all(query, id);
        return one_row(query, [](Query& row) {
            ports::IncidentRow found;
            take_all(row, found.id, found.incident, found.article_name, found.note, found.at, found.open);
            return found;
        });
    });
}

Result<std::vector<Offer>> TerminalStore::offers(const IncidentId& id) {
    return connection_.guarded([&]() -> Result<std::vector<Offer>> {
        auto query = connection_.query(
            "SELECT id, kind, article, gesture, quantity, title, label, detail, reason, sentence, place, "
            "pays, cost, "
            "worth, paper, voucher_value, valid_days, due_hours, score_millionths, probability_basis_points "
            "FROM offers WHERE incident = ? ORDER BY position");
        put_all(query, id);
        return all_rows(query, offer_of);
    });
}

Result<std::optional<std::pair<IncidentId, Offer>>> TerminalStore::offer(const OfferId& id) {
    return connection_.guarded([&]() -> Result<std::optional<std::pair<IncidentId, Offer>>> {
        auto query = connection_.query(
            "SELECT incident, id, kind, article, gesture, quantity, title, label, detail, reason, sentence, "
            "place, "
            "pays, cost, worth, paper, voucher_value, valid_days, due_hours, score_millionths, "
            "probability_basis_points FROM offers WHERE id = ?");
        put_all(query, id);
        return one_row(query, [](Query& row) {
            std::pair<IncidentId, Offer> found;
            take_all(row, found.first, found.second);
            return found;
        });
    });
}

Result<std::int64_t> TerminalStore::times_missing(const ArticleNumber& article, Instant since) {
    return connection_.guarded([&]() -> Result<std::int64_t> {
        auto query =
            connection_.query("SELECT count(*) FROM incidents WHERE kind = 0 AND article = ? AND at >= ?");
        put_all(query, article, since);
        return query.step() ? query.take_integer() : 0;
    });
}

Result<std::optional<ports::RecoveryRow>> TerminalStore::recovery(const RecoveryId& id) {
    return connection_.guarded([&]() -> Result<std::optional<ports::RecoveryRow>> {
        auto query = connection_.query(RECOVERY_COLUMNS "WHERE id = ?");
        put_all(query, id);
        return one_row(query, recovery_row);
    });
}

Result<std::optional<ports::RecoveryRow>> TerminalStore::recovery_of(const IncidentId& incident) {
    return connection_.guarded([&]() -> Result<std::optional<ports::RecoveryRow>> {
        auto query =
            connection_.query(RECOVERY_COLUMNS "WHERE id = (SELECT recovery FROM incidents WHERE id = ?)");
        put_all(query, incident);
        return one_row(query, recovery_row);
    });
}

Result<std::vector<ports::RecoveryRow>> TerminalStore::unsettled(Instant given_before) {
    return connection_.guarded([&]() -> Result<std::vector<ports::RecoveryRow>> {
        auto query = connection_.query(RECOVERY_COLUMNS "WHERE state = 0 AND at < ? ORDER BY at, id");
        put_all(query, given_before);
        return all_rows(query, recovery_row);
    });
}

#undef RECOVERY_COLUMNS

}  // namespace makegood::db::terminal
