// What was missing, and what customers took instead.
#include "db/terminal/columns.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/shown_articles.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {
namespace {

using engine::Query;
using ports::StockOutRow;

StockOutRow row_of(Query& query) {
    StockOutRow row;
    std::string shown, declined;
    std::optional<ArticleNumber> taken;
    std::optional<Money> cost;
    take_all(query, row.id, row.article, row.at, row.pieces, shown, declined, row.closed, row.recovery, taken,
             cost);
    row.shown = shown_in(shown);
    row.declined = shown_in(declined);
    row.taken = taken.value_or(ArticleNumber());
    row.cost = cost.value_or(Money());
    return row;
}

// One text for each use, so that each is prepared once.
#define STOCK_OUTS                                                                                          \
    "SELECT i.place, i.article, i.at, i.pieces, i.shown, i.declined, i.closed, r.state, r.article, r.cost " \
    "FROM "                                                                                                 \
    "incidents "                                                                                            \
    "i LEFT JOIN recoveries r ON r.incident = i.place AND r.state <> 2 WHERE i.kind = 0 "

}  // namespace

Result<std::vector<StockOutRow>> TerminalStore::stock_outs(Instant since) {
    return connection_.guarded([&]() -> Result<std::vector<StockOutRow>> {
        auto query = connection_.query(STOCK_OUTS "AND i.at >= ? ORDER BY i.place");
        put_all(query, since);
        return all_rows(query, row_of);
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
        auto query = connection_.query(STOCK_OUTS "AND i.place = ?");
        put_all(query, id);
        return one_row(query, row_of);
    });
}

#undef STOCK_OUTS

}  // namespace makegood::db::terminal
