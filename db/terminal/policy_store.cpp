#include "db/terminal/policy_store.hpp"

#include "db/terminal/columns.hpp"
#include "db/terminal/hash.hpp"
#include "db/terminal/open_things.hpp"
#include "db/terminal/recorded_facts.hpp"
#include "db/terminal/rows.hpp"

namespace makegood::db::terminal {
namespace {

constexpr std::int64_t looked_at = 50;  // of the newest incidents

struct Row {
    std::int64_t place = 0;
    ports::PolicyPublished published;
};

Row row_of(engine::Query& query) {
    Row row;
    take_all(query, row.place, row.published.version, row.published.digest, row.published.origin,
             row.published.signed_by);
    return row;
}

bool is_same(const ports::PolicyPublished& a, const ports::PolicyPublished& b) {
    return a.version == b.version && a.digest == b.digest && a.origin == b.origin &&
           a.signed_by == b.signed_by;
}

// The table says which event it was, the journal what it said.
Result<ports::PolicyRow> with_fact(Journal& journal, const Row& row) {
    auto event = journal.event_at(row.place);
    if (!event) return fail(event.error());
    auto* fact = std::get_if<ports::PolicyPublished>(&event->event);
    if (fact == nullptr || !is_same(*fact, row.published)) return differs("the rules in force");
    return ports::PolicyRow{std::move(*fact), std::move(event->stamp)};
}

// Looks through the whole journal, which takes a moment: for when the table can't be believed.
Result<std::optional<ports::PolicyRow>> newest_in(engine::Connection& connection, Journal& journal) {
    auto query = connection.query(
        "SELECT place FROM journal WHERE instr(bytes, CAST('\"event\":\"policy-published\"' AS BLOB)) > 0 "
        "ORDER BY place DESC");
    while (query.step()) {
        auto event = journal.event_at(query.take_integer());
        if (!event) return fail(event.error());
        if (auto* fact = std::get_if<ports::PolicyPublished>(&event->event))
            return std::optional(ports::PolicyRow{std::move(*fact), std::move(event->stamp)});
    }
    return std::optional<ports::PolicyRow>();
}

}  // namespace

Result<std::optional<ports::PolicyRow>> PolicyStore::in_force() {
    const auto newest = history(1);
    if (newest && !newest->empty()) return std::optional(newest->front());
    return connection_.guarded([&]() -> Result<std::optional<ports::PolicyRow>> {
        const bool never = newest && !connection_.query("SELECT 1 FROM policy_texts LIMIT 1").step();
        return never ? std::optional<ports::PolicyRow>() : newest_in(connection_, journal_);
    });
}

Result<std::vector<ports::PolicyRow>> PolicyStore::history(std::size_t most) {
    return connection_.guarded([&]() -> Result<std::vector<ports::PolicyRow>> {
        auto query = connection_.query(
            "SELECT place, version, digest, origin, signed_by FROM policies ORDER BY place DESC LIMIT ?");
        put_all(query, most);
        std::vector<ports::PolicyRow> history;
        for (const auto& row : all_rows(query, row_of)) {
            auto known = with_fact(journal_, row);
            if (!known) return fail(known.error());
            history.push_back(std::move(*known));
        }
        return history;
    });
}

Result<std::optional<ports::SignedText>> PolicyStore::text(const std::string& digest) {
    return connection_.guarded([&]() -> Result<std::optional<ports::SignedText>> {
        auto query = connection_.query("SELECT text, signature FROM policy_texts WHERE digest = ?");
        put_all(query, digest);
        if (!query.step()) return std::optional<ports::SignedText>();
        ports::SignedText found;
        take_all(query, found.text, found.signature);
        if (to_hex(hash_of(found.text)) != digest) return std::optional<ports::SignedText>();
        return std::optional(std::move(found));
    });
}

Result<> PolicyStore::keep(const ports::SignedText& document) {
    return connection_.transaction([&]() -> Result<> {
        const auto digest = to_hex(hash_of(document.text));
        auto upsert = connection_.query(
            "INSERT INTO policy_texts (digest, text, signature) VALUES (?1, ?2, ?3) ON CONFLICT (digest) DO "
            "UPDATE SET text = ?2, signature = ?3");
        upsert.bind(digest).bind_blob(document.text).bind(document.signature).run();
        return {};
    });
}

Result<bool> PolicyStore::somebody_is_served(Instant since) {
    return connection_.guarded([&]() -> Result<bool> {
        auto query = connection_.query("SELECT place, at, closed FROM incidents ORDER BY place DESC LIMIT ?");
        put_all(query, looked_at);
        const auto newest = all_rows(query, [](engine::Query& row) {
            std::tuple<IncidentId, Instant, int> incident;
            take_all(row, std::get<0>(incident), std::get<1>(incident), std::get<2>(incident));
            return incident;
        });
        for (const auto& [id, at, closed] : newest)
            if (at >= since && closed == 0 && !recovery_of(connection_, id)) return true;
        return false;
    });
}

}  // namespace makegood::db::terminal
