// Budget, stock and catalogue.
#include "db/terminal/columns.hpp"
#include "db/terminal/contradiction.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {
namespace {

using core::budget::Limit;
using core::budget::Period;
using engine::Query;

std::pair<ArticleNumber, std::int64_t> pieces_of_article(Query& row) {
    std::pair<ArticleNumber, std::int64_t> pieces;
    take_all(row, pieces.first, pieces.second);
    return pieces;
}

}  // namespace

Result<Period> TerminalStore::period(const std::string& name) {
    return connection_.guarded([&]() -> Result<Period> { return money_.period(name); });
}

Result<std::vector<Period>> TerminalStore::periods() {
    return connection_.guarded([&]() -> Result<std::vector<Period>> { return money_.days(); });
}

Result<std::optional<Limit>> TerminalStore::limit() {
    return connection_.guarded([&]() -> Result<std::optional<Limit>> { return money_.limit(); });
}

Result<std::vector<ports::LimitRow>> TerminalStore::limits(Instant since) {
    return connection_.guarded([&]() -> Result<std::vector<ports::LimitRow>> {
        auto query = connection_.query(
            "SELECT kind, cost, worth, own_days, own_from, at, by, approved_by FROM limits_set WHERE place "
            ">= coalesce((SELECT "
            "max(place) FROM limits_set WHERE place < coalesce((SELECT min(place) FROM limits_set WHERE at > "
            "?1), 9223372036854775807)), 0) ORDER BY place");
        put_all(query, since);
        return all_rows(query, [](Query& row) {
            ports::LimitRow set;
            take_all(row, set.limit.kind, set.limit.cost, set.limit.worth, set.limit.own, set.at, set.by,
                     set.approved_by);
            return set;
        });
    });
}

Result<ports::Rights> TerminalStore::rights() {
    return rights_by([](RightsState& rights) { return rights.load(); });
}

Result<ports::Rights> TerminalStore::rights_of(std::span<const core::budget::PotId> pots) {
    return rights_by([&](RightsState& rights) { return rights.load(pots); });
}

template <class Load>
Result<ports::Rights> TerminalStore::rights_by(Load&& load) {
    return connection_.guarded([&]() -> Result<ports::Rights> {
        RightsState state(connection_);
        try {
            auto rights = load(state);
            rights.book.device = journal_.device();
            rights.book.epoch = std::max(rights.book.epoch, journal_.head().epoch);
            return rights;
        } catch (const Contradiction& contradiction) {
            return fail(
                ErrorKind::failed,
                std::string("Somebody changed the tables of this register: something that was given ") +
                    contradiction.what() +
                    ". Keep a copy of the folder, then make them anew with `makegood journal rebuild`.");
        }
    });
}

// Journals of before name whole periods and no days; nobody had such limits then.
Result<ports::Store::Given> TerminalStore::given(const GivenBy& whose) {
    return connection_.guarded([&]() -> Result<Given> {
        auto query = connection_.query(
            "SELECT r.cost - r.freed_cost, r.worth - r.freed_worth, r.spent FROM recoveries r WHERE "
            "r.state <> 2 AND r.period BETWEEN ?1 AND ?2 AND (?3 IS NULL OR r.by = ?3) AND (?4 IS NULL OR "
            "r.kind = ?4) AND (?5 = '' OR ?5 = (SELECT customer FROM incidents i WHERE i.place = "
            "r.incident))");
        put_all(query, whose.days.first, whose.days.last, whose.by, whose.kind, whose.customer);
        Given given;
        while (query.step()) {
            core::budget::Amount amount;
            bool spent = false;
            take_all(query, amount.cost, amount.worth, spent);
            (spent ? given.spent : given.reserved) += amount;
        }
        return given;
    });
}

Result<std::vector<ports::Store::GivenAt>> TerminalStore::given_since(Instant since) {
    return connection_.guarded([&]() -> Result<std::vector<GivenAt>> {
        auto query = connection_.query(
            "SELECT at, cost, worth FROM recoveries WHERE state <> 2 AND at >= ? ORDER BY place");
        put_all(query, since);
        return all_rows(query, [](Query& row) {
            GivenAt given;
            take_all(row, given.at, given.amount.cost, given.amount.worth);
            return given;
        });
    });
}

// With the whole catalogue, or one article by itself.
#define SINCE_COUNTED(of)                                              \
    of ".place > coalesce((SELECT counted FROM catalogue), 0) AND " of \
       ".place > coalesce((SELECT c.place FROM counted c WHERE c.article = " of ".article), 0)"

Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> TerminalStore::all_given() {
    return connection_.guarded([&]() -> Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> {
        auto query = connection_.query("SELECT article, sum(quantity) FROM recoveries r WHERE " SINCE_COUNTED(
            "r") " AND state <> 2 AND article <> '' GROUP BY article ORDER BY article");
        return all_rows(query, pieces_of_article);
    });
}

Result<std::vector<ArticleNumber>> TerminalStore::all_missing() {
    return connection_.guarded([&]() -> Result<std::vector<ArticleNumber>> {
        auto query = connection_.query("SELECT DISTINCT article FROM incidents i WHERE " SINCE_COUNTED(
            "i") " AND kind = 0 AND closed <> 2 ORDER BY article");
        return all_rows(query, [](Query& row) {
            ArticleNumber article;
            take(row, article);
            return article;
        });
    });
}

#undef SINCE_COUNTED

Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> TerminalStore::all_counted() {
    return connection_.guarded([&]() -> Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> {
        auto query = connection_.query("SELECT article, pieces FROM counted ORDER BY article");
        return all_rows(query, pieces_of_article);
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

Result<std::optional<ports::SalesImported>> TerminalStore::sales() {
    return connection_.guarded([&]() -> Result<std::optional<ports::SalesImported>> {
        auto query = connection_.query("SELECT file, digest, lines, households, articles FROM learnt");
        return one_row(query, [](Query& row) {
            ports::SalesImported current;
            take_all(row, current.file, current.digest, current.lines, current.households, current.articles);
            return current;
        });
    });
}

}  // namespace makegood::db::terminal
