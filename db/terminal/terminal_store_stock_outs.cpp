// What was missing, and what customers took instead.
#include "db/terminal/columns.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/shown_articles.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {
namespace {

using engine::Query;
using ports::StockOutRow;

#define INCIDENT_COLUMNS "i.place, i.article, i.at, i.pieces, i.shown, i.declined, i.closed"
#define STOCK_OUT "i.kind = 0 AND i.closed <> 2"  // one recorded in error is none

StockOutRow incident_of(Query& query) {
    StockOutRow row;
    std::string shown, declined;
    take_all(query, row.id, row.article, row.at, row.pieces, shown, declined, row.closed);
    row.shown = shown_in(shown);
    row.declined = shown_in(declined);
    return row;
}

void take_recovery(Query& query, StockOutRow& row) {
    std::optional<ArticleNumber> taken;
    std::optional<Money> cost;
    take_all(query, row.recovery, taken, cost);
    row.taken = taken.value_or(ArticleNumber());
    row.cost = cost.value_or(Money());
}

}  // namespace

Result<std::vector<StockOutRow>> TerminalStore::stock_outs(Instant since) {
    return connection_.guarded([&]() -> Result<std::vector<StockOutRow>> {
        auto query = connection_.query("SELECT " INCIDENT_COLUMNS
                                       ", r.state, r.article, r.cost FROM incidents i LEFT JOIN recoveries r "
                                       "ON r.incident = i.place AND r.state <> 2 WHERE " STOCK_OUT
                                       " AND i.at >= ? ORDER BY i.place");
        put_all(query, since);
        return all_rows(query, [](Query& row) {
            auto stock_out = incident_of(row);
            take_recovery(row, stock_out);
            return stock_out;
        });
    });
}

Result<std::vector<ports::AskedInWords>> TerminalStore::asked_in_words(Instant since) {
    return connection_.guarded([&]() -> Result<std::vector<ports::AskedInWords>> {
        auto query = connection_.query("SELECT words, at FROM asked_in_words WHERE at >= ? ORDER BY place");
        put_all(query, since);
        return all_rows(query, [](Query& row) {
            ports::AskedInWords asked;
            take_all(row, asked.words, asked.at);
            return asked;
        });
    });
}

Result<std::optional<StockOutRow>> TerminalStore::stock_out(const IncidentId& id) {
    return connection_.guarded([&]() -> Result<std::optional<StockOutRow>> {
        auto incident = connection_.query("SELECT " INCIDENT_COLUMNS " FROM incidents i WHERE " STOCK_OUT
                                          " AND i.place = ?");
        put_all(incident, id);
        auto row = one_row(incident, incident_of);
        if (!row) return row;
        const auto given = terminal::recovery_of(connection_, id);
        if (!given) return row;
        auto recovery = connection_.query("SELECT state, article, cost FROM recoveries WHERE place = ?");
        put_all(recovery, *given);
        if (recovery.step()) take_recovery(recovery, *row);
        return row;
    });
}

#undef INCIDENT_COLUMNS
#undef STOCK_OUT

}  // namespace makegood::db::terminal
