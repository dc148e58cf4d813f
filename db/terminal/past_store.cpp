#include "db/terminal/past_store.hpp"

#include "db/terminal/columns.hpp"
#include "db/terminal/rows.hpp"

namespace makegood::db::terminal {
namespace {

using ports::Happened;
using ports::JournalPlace;

JournalPlace from_number(std::int64_t place) {
    return {static_cast<std::uint32_t>(place >> sequence_bits), sequence_at(place)};
}

// When the numbers of the catalogue were counted; 0: before all.
std::int64_t counted_at(engine::Connection& connection) {
    auto query = connection.query("SELECT counted FROM catalogue");
    return query.step() ? query.take_integer() : 0;
}

std::pair<ArticleNumber, std::int64_t> pieces_of_article(engine::Query& row) {
    std::pair<ArticleNumber, std::int64_t> pieces;
    take_all(row, pieces.first, pieces.second);
    return pieces;
}

// With the whole catalogue, or one article by itself, and before ?1.
#define SINCE_COUNTED_BEFORE(of)                                                                 \
    of ".place < ?1 AND " of ".place > coalesce((SELECT counted FROM catalogue), 0) AND " of     \
       ".place > coalesce((SELECT c.place FROM counted c WHERE c.place < ?1 AND c.article = " of \
       ".article), 0)"

ports::ShelfThen read_shelf(engine::Connection& connection, std::int64_t place) {
    ports::ShelfThen shelf;
    auto given =
        connection.query("SELECT article, sum(quantity) FROM recoveries r WHERE " SINCE_COUNTED_BEFORE(
            "r") " AND state <> 2 AND article <> '' GROUP BY article ORDER BY article");
    given.bind(place);
    shelf.given = all_rows(given, pieces_of_article);
    auto counted = connection.query("SELECT article, pieces FROM counted WHERE place < ? ORDER BY article");
    counted.bind(place);
    shelf.counted = all_rows(counted, pieces_of_article);
    auto missing = connection.query("SELECT DISTINCT article FROM incidents i WHERE " SINCE_COUNTED_BEFORE(
        "i") " AND kind = 0 AND closed <> 2 ORDER BY article");
    missing.bind(place);
    shelf.missing = all_rows(missing, [](engine::Query& row) {
        ArticleNumber article;
        take(row, article);
        return article;
    });
    return shelf;
}

#undef SINCE_COUNTED_BEFORE

}  // namespace

// Backwards from the end: what is asked for is near it.
Result<std::optional<JournalPlace>> PastStore::reported_since(Instant since) {
    return connection_.guarded([&]() -> Result<std::optional<JournalPlace>> {
        auto older =
            connection_.query("SELECT place FROM incidents WHERE at < ? ORDER BY place DESC LIMIT 1");
        put(older, since);
        const auto before = older.step() ? older.take_integer() : 0;
        auto first = connection_.query("SELECT place FROM incidents WHERE place > ? ORDER BY place LIMIT 1");
        first.bind(before);
        if (!first.step()) return std::optional<JournalPlace>();
        return std::optional(from_number(first.take_integer()));
    });
}

Result<ports::PastEvents::Slice> PastStore::happened(const JournalPlace& from, std::size_t limit) {
    return connection_.guarded([&]() -> Result<Slice> {
        auto rows =
            connection_.query("SELECT place, bytes FROM journal WHERE place >= ? ORDER BY place LIMIT ?");
        put_all(rows, journal_place(from.epoch, from.sequence), limit);
        Slice slice{{}, from, true};
        for (std::size_t seen = 0; rows.step(); slice.end = ++seen < limit) {
            const auto place = rows.take_integer();
            auto event = codec_.decode_past(rows.take_view());
            if (!event) return fail(event.error());
            if (*event) slice.happened.push_back(std::move(**event));
            slice.next = from_number(place + 1);
        }
        return slice;
    });
}

Result<ports::PastEvents::Gifts> PastStore::given_between(const JournalPlace& from, const JournalPlace& end,
                                                          std::size_t limit) {
    return connection_.guarded([&]() -> Result<Gifts> {
        auto rows = connection_.query(
            "SELECT r.place, r.period, r.by, r.kind, r.cost - r.freed_cost, r.worth - r.freed_worth, "
            "r.spent, coalesce((SELECT customer FROM incidents i WHERE i.place = r.incident), '') FROM "
            "recoveries r WHERE r.place >= ? AND r.place < ? AND r.state <> 2 ORDER BY r.place LIMIT ?");
        put_all(rows, journal_place(from.epoch, from.sequence), journal_place(end.epoch, end.sequence),
                limit);
        Gifts some{{}, from, true};
        while (rows.step()) {
            std::int64_t place = 0;
            ports::PastGift gift;
            take_all(rows, place, gift.period, gift.by, gift.kind, gift.amount.cost, gift.amount.worth,
                     gift.is_spent, gift.customer);
            some.gifts.push_back(std::move(gift));
            some.next = from_number(place + 1);
        }
        some.end = some.gifts.size() < limit;
        return some;
    });
}

Result<ports::ShelfThen> PastStore::shelf_before(const JournalPlace& before) {
    return connection_.guarded([&]() -> Result<ports::ShelfThen> {
        const auto place = journal_place(before.epoch, before.sequence);
        if (counted_at(connection_) < place) return read_shelf(connection_, place);
        ports::ShelfThen shelf;
        shelf.other_catalogue = true;
        return shelf;
    });
}

}  // namespace makegood::db::terminal
