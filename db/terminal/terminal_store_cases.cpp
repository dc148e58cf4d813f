// What was reported and given of late, for whoever looks after the money.
#include "db/terminal/columns.hpp"
#include "db/terminal/recorded_facts.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {

using engine::Query;
using ports::CaseRow;
using ports::RecoveryRow;

Result<std::vector<RecoveryRow>> TerminalStore::given_on(const core::budget::Span& days, std::size_t most) {
    return connection_.guarded([&]() -> Result<std::vector<RecoveryRow>> {
        auto query = connection_.query(
            "SELECT place FROM recoveries WHERE state <> 2 AND period BETWEEN ? AND ? ORDER BY place DESC "
            "LIMIT ?");
        put_all(query, days.first, days.last, most);
        const auto ids = all_rows(query, [](Query& row) {
            RecoveryId id;
            take(row, id);
            return id;
        });
        std::vector<RecoveryRow> rows;
        for (const auto& id : ids) {
            auto row = recovery(id);
            if (!row) return fail(row.error());
            if (*row) rows.push_back(std::move(**row));
        }
        return rows;
    });
}

// Who reported it stands only in the journal.
Result<std::vector<CaseRow>> TerminalStore::cases(Instant since, std::size_t most) {
    return connection_.guarded([&]() -> Result<std::vector<CaseRow>> {
        auto query = connection_.query(
            "SELECT i.place, i.at, i.kind, r.cost FROM (SELECT place, at, kind FROM incidents WHERE closed "
            "<> 2 AND at >= ? ORDER BY place DESC LIMIT ?) i LEFT JOIN recoveries r ON r.incident = i.place "
            "AND r.state <> 2 ORDER BY i.place DESC");
        put_all(query, since, most);
        auto rows = all_rows(query, [](Query& row) {
            CaseRow found;
            take_all(row, found.id, found.at, found.kind, found.cost);
            return found;
        });
        for (auto& row : rows) {
            const auto fact = reported(journal_, row.id);
            if (!fact) return fail(fact.error());
            row.by = fact->stamp.by;
        }
        return rows;
    });
}

}  // namespace makegood::db::terminal
