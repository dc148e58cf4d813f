// Incidents, their offers, and what was given.
#include "db/terminal/columns.hpp"
#include "db/terminal/recorded_facts.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {
namespace {

using core::recovery::Offer;
using engine::Query;

// What the table says of a recovery.
struct Row {
    RecoveryId id;
    Instant at;
    IncidentId incident;
    std::string day;
    ports::RecoveryState state = ports::RecoveryState::given;
    std::optional<VoucherSerial> voucher;
    std::optional<PrintJobId> job;
    Amounts amounts;
    ArticleNumber article;
    std::int64_t quantity = 0;
};

Row row_of(Query& query) {
    Row row;
    take_all(query, row.id, row.at, row.incident, row.day, row.state, row.voucher, row.job, row.amounts.cost,
             row.amounts.worth, row.article, row.quantity);
    return row;
}

// One text for each use, so that each is prepared once.
#define RECOVERY_COLUMNS                                                                            \
    "SELECT place, at, incident, period, state, voucher, job, cost, worth, article, quantity FROM " \
    "recoveries "

bool is_as_given(const Row& row, const GivenFact& fact) {
    const auto& given = fact.given;
    return row.at == fact.stamp.at && row.incident == given.incident && row.day == given.period &&
           row.amounts == Amounts{given.offer.cost, given.offer.worth} &&
           row.article == given.offer.article && row.quantity == given.offer.quantity;
}

// What was given is read from the journal; the table adds only what has become of it.
Result<ports::RecoveryRow> with_facts(Journal& journal, const Row& row) {
    auto fact = given(journal, row.id);
    if (!fact) return fail(fact.error());
    auto& event = fact->given;
    if (!is_as_given(row, *fact)) return differs("recovery " + row.id.text());
    return ports::RecoveryRow{row.id,
                              row.incident,
                              std::move(event.offer),
                              row.day,
                              row.state,
                              row.voucher,
                              row.job,
                              fact->stamp.at,
                              fact->stamp.by,
                              std::move(event.approved_by),
                              std::move(event.approved_why)};
}

Result<std::optional<ports::RecoveryRow>> with_facts(Journal& journal, const std::optional<Row>& row) {
    if (!row) return std::optional<ports::RecoveryRow>();
    auto found = with_facts(journal, *row);
    if (!found) return fail(found.error());
    return std::optional(std::move(*found));
}

// The place of the event that made the offers of an incident as they stand now.
std::int64_t offers_made_at(engine::Connection& connection, const IncidentId& id) {
    auto query = connection.query("SELECT renewed FROM incidents WHERE place = ?");
    put_all(query, id);
    return query.step() ? query.take_integer() : no_place;
}

}  // namespace

Result<std::optional<ports::IncidentRow>> TerminalStore::incident(const IncidentId& id) {
    return connection_.guarded([&]() -> Result<std::optional<ports::IncidentRow>> {
        bool open = false;
        {
            auto query = connection_.query("SELECT closed = 0 FROM incidents WHERE place = ?");
            put_all(query, id);
            if (!query.step()) return std::optional<ports::IncidentRow>();
            take(query, open);
            open = open && !terminal::recovery_of(connection_, id);
        }
        auto fact = reported(journal_, id);
        if (!fact) return fail(fact.error());
        auto& event = fact->reported;
        return std::optional(ports::IncidentRow{id, std::move(event.incident), std::move(event.article_name),
                                                std::move(event.note), open, fact->stamp.at,
                                                std::move(event.customer)});
    });
}

Result<std::vector<Offer>> TerminalStore::offers(const IncidentId& id) {
    return connection_.guarded([&]() -> Result<std::vector<Offer>> {
        const auto made = offers_made_at(connection_, id);
        if (made == no_place) return std::vector<Offer>();
        auto standing = offers_at(journal_, made);
        if (!standing) return fail(standing.error());
        if (!*standing || (*standing)->incident != id) return differs("incident " + id.text());
        return std::move((*standing)->offers);
    });
}

Result<core::recovery::Wishes> TerminalStore::wishes(const IncidentId& id) {
    return connection_.guarded([&]() -> Result<core::recovery::Wishes> {
        const auto made = offers_made_at(connection_, id);
        if (made == no_place) return core::recovery::Wishes();
        auto standing = offers_at(journal_, made);
        if (!standing) return fail(standing.error());
        if (!*standing || (*standing)->incident != id) return differs("incident " + id.text());
        return std::move((*standing)->wishes);
    });
}

Result<std::optional<std::pair<IncidentId, Offer>>> TerminalStore::offer(const OfferId& id) {
    using Found = std::optional<std::pair<IncidentId, Offer>>;
    return connection_.guarded([&]() -> Result<Found> {
        auto made = offers_at(journal_, place_of(id.text()));
        if (!made) return fail(made.error());
        if (!*made) return Found();
        for (auto& offer : (*made)->offers)
            if (offer.id == id) return Found(std::pair((*made)->incident, std::move(offer)));
        return Found();
    });
}

Result<std::int64_t> TerminalStore::times_missing(const ArticleNumber& article, Instant since) {
    return connection_.guarded([&]() -> Result<std::int64_t> {
        auto query = connection_.query(
            "SELECT count(*) FROM incidents WHERE kind = 0 AND closed <> 2 AND article = ? AND at >= ?");
        put_all(query, article, since);
        return query.step() ? query.take_integer() : 0;
    });
}

Result<std::optional<ports::RecoveryRow>> TerminalStore::recovery(const RecoveryId& id) {
    return connection_.guarded([&] {
        auto query = connection_.query(RECOVERY_COLUMNS "WHERE place = ?");
        put_all(query, id);
        return with_facts(journal_, one_row(query, row_of));
    });
}

Result<std::optional<ports::RecoveryRow>> TerminalStore::recovery_of(const IncidentId& incident) {
    return connection_.guarded([&] {
        const auto id = terminal::recovery_of(connection_, incident);
        if (!id) return Result<std::optional<ports::RecoveryRow>>();
        return recovery(*id);
    });
}

Result<std::vector<ports::RecoveryRow>> TerminalStore::unsettled(Instant given_before) {
    return connection_.guarded([&]() -> Result<std::vector<ports::RecoveryRow>> {
        auto query = connection_.query(RECOVERY_COLUMNS "WHERE place >= ? AND state = 0 ORDER BY place");
        put_all(query, open_.first_unsettled);
        const auto rows = all_rows(query, row_of);
        open_.first_unsettled = rows.empty() ? no_more : place_of(rows.front().id.text());
        std::vector<ports::RecoveryRow> found;
        for (const auto& row : rows) {
            if (row.at >= given_before) continue;
            auto recovery = with_facts(journal_, row);
            if (recovery) found.push_back(std::move(*recovery));  // one that was changed keeps its money
        }
        return found;
    });
}

#undef RECOVERY_COLUMNS

}  // namespace makegood::db::terminal
