// Budget, stock and catalogue.
#include "db/terminal/columns.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {
namespace {

using core::budget::Limit;
using core::budget::Period;
using engine::Query;

#define PERIOD_COLUMNS                                                                                    \
    "SELECT name, kind, limit_cost, limit_worth, reserved_cost, spent_cost, reserved_worth, spent_worth " \
    "FROM periods "

Period period_row(Query& row) {
    Period period;
    take_all(row, period.name, period.limit.kind, period.limit.cost, period.limit.worth, period.reserved_cost,
             period.spent_cost, period.reserved_worth, period.spent_worth);
    return period;
}

}  // namespace

Result<Period> TerminalStore::period(const std::string& name) {
    auto found = connection_.guarded([&]() -> Result<std::optional<Period>> {
        auto query = connection_.query(PERIOD_COLUMNS "WHERE name = ?");
        put_all(query, name);
        return one_row(query, period_row);
    });
    if (!found) return fail(found.error());
    if (*found) return std::move(**found);
    const auto in_force = limit();
    if (!in_force) return fail(in_force.error());
    Period empty;
    empty.name = name;
    if (*in_force) empty.limit = **in_force;
    return empty;
}

Result<std::vector<Period>> TerminalStore::periods() {
    return connection_.guarded([&]() -> Result<std::vector<Period>> {
        auto query = connection_.query(PERIOD_COLUMNS "ORDER BY name");
        return all_rows(query, period_row);
    });
}

#undef PERIOD_COLUMNS

Result<std::optional<Limit>> TerminalStore::limit() {
    return connection_.guarded([&]() -> Result<std::optional<Limit>> {
        auto query = connection_.query("SELECT kind, cost, worth FROM budget_limit");
        return one_row(query, [](Query& row) {
            Limit limit;
            take_all(row, limit.kind, limit.cost, limit.worth);
            return limit;
        });
    });
}

Result<std::int64_t> TerminalStore::given_of(const ArticleNumber& article) {
    return connection_.guarded([&]() -> Result<std::int64_t> {
        auto query = connection_.query("SELECT pieces FROM stock_given WHERE article = ?");
        put_all(query, article);
        return query.step() ? query.take_integer() : 0;
    });
}

Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> TerminalStore::all_given() {
    return connection_.guarded([&]() -> Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> {
        auto query =
            connection_.query("SELECT article, pieces FROM stock_given WHERE pieces <> 0 ORDER BY article");
        return all_rows(query, [](Query& row) {
            std::pair<ArticleNumber, std::int64_t> given;
            take_all(row, given.first, given.second);
            return given;
        });
    });
}

Result<std::optional<ports::CatalogueImported>> TerminalStore::catalogue() {
    return connection_.guarded([&]() -> Result<std::optional<ports::CatalogueImported>> {
        auto query = connection_.query(
            "SELECT file, digest, articles, added, changed, unchanged, rejected, with_stock FROM catalogue");
        return one_row(query, [](Query& row) {
            ports::CatalogueImported current;
            take_all(row, current.file, current.digest, current.articles, current.added, current.changed,
                     current.unchanged, current.rejected, current.with_stock);
            return current;
        });
    });
}

}  // namespace makegood::db::terminal
