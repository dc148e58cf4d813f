#include "db/terminal/rebuild.hpp"

#include "db/engine/migrations.hpp"
#include "db/terminal/journal.hpp"
#include "db/terminal/projector.hpp"
#include "db/terminal/schema.hpp"

namespace makegood::db::terminal {
namespace {

constexpr std::size_t most_differences = 100;

// Columns of a table, the primary key's first.
struct Table {
    std::string name;
    std::vector<std::string> columns;
    int key_columns = 0;
};

Table described(engine::Connection& connection, std::string_view name) {
    Table table{std::string(name), {}, 0};
    SQLite::Statement columns(connection.database(),
                              "SELECT name, pk FROM pragma_table_info(?) ORDER BY pk = 0, pk, cid");
    columns.bind(1, table.name);
    while (columns.executeStep()) {
        table.columns.push_back(columns.getColumn(0).getString());
        if (columns.getColumn(1).getInt() > 0) ++table.key_columns;
    }
    return table;
}

// The rows of a table in order of its key, read one by one.
class Cursor {
  public:
    Cursor(engine::Connection& connection, const Table& table)
        : statement_(connection.database(), sql_of(table)), key_columns_(table.key_columns) {
        step();
    }
    bool at_end() const { return at_end_; }
    void step() { at_end_ = !statement_.executeStep(); }
    std::string value(int column) const {
        const auto found = statement_.getColumn(column);
        return found.isNull() ? "nothing" : '"' + found.getString() + '"';
    }
    std::string key() const {
        std::string key;
        for (int i = 0; i < key_columns_; ++i)
            key += (i > 0 ? ", " : "") + statement_.getColumn(i).getString();
        return key;
    }
    // As SQLite orders keys: numbers by value, texts by their bytes.
    int compare_key(const Cursor& other) const {
        for (int i = 0; i < key_columns_; ++i) {
            const auto mine = statement_.getColumn(i), theirs = other.statement_.getColumn(i);
            const auto order =
                mine.isInteger() && theirs.isInteger()
                    ? (mine.getInt64() > theirs.getInt64()) - (mine.getInt64() < theirs.getInt64())
                    : mine.getString().compare(theirs.getString());
            if (order != 0) return order;
        }
        return 0;
    }

  private:
    static std::string sql_of(const Table& table) {
        std::string columns, keys;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            columns += (i > 0 ? ", " : "") + table.columns[i];
        for (int i = 0; i < table.key_columns; ++i) keys += (i > 0 ? ", " : "") + std::to_string(i + 1);
        return "SELECT " + columns + " FROM " + table.name + " ORDER BY " + keys;
    }

    mutable SQLite::Statement statement_;
    int key_columns_;
    bool at_end_ = false;
};

class Comparison {
  public:
    explicit Comparison(std::vector<std::string>& differences) : differences_(differences) {}

    void tables(const Table& table, Cursor& stored, Cursor& made) {
        while (!full() && !(stored.at_end() && made.at_end())) {
            const int order = stored.at_end() ? 1 : made.at_end() ? -1 : stored.compare_key(made);
            if (order < 0) note(table.name + ' ' + stored.key() + ": does not follow from the journal");
            if (order > 0) note(table.name + ' ' + made.key() + ": is missing");
            if (order == 0) rows(table, stored, made);
            if (order <= 0) stored.step();
            if (order >= 0) made.step();
        }
    }

  private:
    bool full() const { return differences_.size() >= most_differences; }
    void note(std::string difference) {
        if (!full()) differences_.push_back(std::move(difference));
    }
    void rows(const Table& table, const Cursor& stored, const Cursor& made) {
        for (int i = table.key_columns; i < static_cast<int>(table.columns.size()); ++i)
            if (stored.value(i) != made.value(i))
                note(table.name + ' ' + made.key() + ": " + table.columns[static_cast<std::size_t>(i)] +
                     " is " + stored.value(i) + ", by the journal " + made.value(i));
    }

    std::vector<std::string>& differences_;
};

// Applies all events of the journal; stops at the first that can't be applied and says so.
void replay(engine::Connection& from, const ports::EventCodec& codec, engine::Connection& into,
            RebuildReport& report) {
    Projector projector(into);
    auto rows = from.query("SELECT place, bytes FROM journal ORDER BY place");
    while (rows.step()) {
        const auto place = rows.take_integer();
        const auto decoded = codec.decode(rows.take_text());
        const auto problem = decoded ? applied(projector, place, decoded->second) : decoded.error().sentence;
        if (!problem.empty()) {
            report.differences.push_back("event " + std::to_string(sequence_at(place)) + ": " + problem);
            return;
        }
        ++report.events;
    }
}

}  // namespace

std::string applied(Projector& projector, std::int64_t place, const ports::RecordedEvent& event) {
    try {
        projector.apply(place, event.stamp, event.event);
    } catch (const Contradiction& contradiction) {
        return contradiction.what();
    } catch (const VoucherNumberTaken& taken) {
        return std::string(taken.what()) + " comes twice";
    }
    return {};
}

Result<std::unique_ptr<engine::Connection>> empty_tables() {
    auto fresh = engine::Connection::open(":memory:");
    if (!fresh) return fresh;
    MAKEGOOD_TRY(engine::migrate(**fresh, register_migrations()));
    return fresh;
}

std::vector<std::string> differences(engine::Connection& stored, engine::Connection& made) {
    std::vector<std::string> found;
    Comparison comparison(found);
    for (const auto name : state_tables()) {
        const Table table = described(made, name);
        Cursor ours(stored, table), theirs(made, table);
        comparison.tables(table, ours, theirs);
    }
    return found;
}

Result<RebuildReport> check_rebuild(engine::Connection& connection, const ports::EventCodec& codec) {
    const auto fresh = empty_tables();
    if (!fresh) return fail(fresh.error());
    return connection.guarded([&]() -> Result<RebuildReport> {
        RebuildReport report;
        MAKEGOOD_TRY((*fresh)->transaction([&]() -> Result<> {
            replay(connection, codec, **fresh, report);
            return {};
        }));
        for (auto& difference : differences(connection, **fresh))
            report.differences.push_back(std::move(difference));
        return report;
    });
}

Result<RebuildReport> make_tables(engine::Connection& connection, const ports::EventCodec& codec) {
    RebuildReport report;
    MAKEGOOD_TRY(connection.transaction([&]() -> Result<> {
        for (const auto name : state_tables()) connection.execute("DELETE FROM " + std::string(name));
        replay(connection, codec, connection, report);
        if (report.differences.empty()) return {};
        return fail(ErrorKind::failed,
                    "The tables can't be made from the journal in " + connection.path() + ": " +
                        report.differences.front() +
                        ". Keep a copy of its folder, look with `makegood journal verify`, and restore the "
                        "last backup.");
    }));
    return report;
}

}  // namespace makegood::db::terminal
