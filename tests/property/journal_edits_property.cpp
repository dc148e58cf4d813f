// Somebody who can write the database file, but has no key, edits the journal: every edit is found (I5).
#include <catch2/catch.hpp>
#include <fstream>

#include "db/terminal/hash.hpp"
#include "tests/support/histories.hpp"
#include "tests/support/seed.hpp"

namespace makegood {
namespace {

namespace fs = std::filesystem;
using db::terminal::hash_of;
using db::terminal::to_hex;

constexpr int edits = 2000;
constexpr int events = 45;

// A row as the forger sees it.
struct Row {
    std::int64_t place = 0;
    std::string bytes, hash;
};

class Forger {
  public:
    Forger(const fs::path& database, const fs::path& older, std::mt19937_64& random)
        : database_(database.string(), SQLite::OPEN_READWRITE), older_(older), random_(random) {
        database_.exec("DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_cut");
        SQLite::Statement rows(database_, "SELECT place, bytes, hash FROM journal ORDER BY place");
        while (rows.executeStep()) rows_.push_back({rows.getColumn(0), rows.getColumn(1), rows.getColumn(2)});
    }

    // Makes one edit and says which.
    std::string edit() {
        switch (below(13)) {
            case 0:
                return flip("bytes");
            case 1:
                return flip("hash");
            case 2:
                return change_head();
            case 3:
                return cut();
            case 4:
                return cut_end_and_move_head();
            case 5:
                return insert_copy();
            case 6:
                return swap();
            case 7:
                return replay_journal();
            case 8:
                return replay_journal_and_head();
            case 9:
                return rewrite_history();
            case 10:
                return append_forged();
            case 11:
                return move_row();
            default:
                return reorder_and_rechain();
        }
    }

  private:
    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
    }
    Row& any() { return rows_[below(rows_.size())]; }
    static void flip_bit(std::string& bytes, std::size_t bit) {
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
    }
    void run(const std::string& sql, const std::vector<std::string>& blobs = {}) {
        SQLite::Statement statement(database_, sql);
        for (std::size_t i = 0; i < blobs.size(); ++i)
            statement.bind(static_cast<int>(i) + 1, blobs[i].data(), static_cast<int>(blobs[i].size()));
        statement.exec();
    }
    void put(const Row& row) {
        run("INSERT OR REPLACE INTO journal (place, bytes, hash) VALUES (" + std::to_string(row.place) +
                ", ?, ?)",
            {row.bytes, row.hash});
    }
    void put_head(const Row& last) {
        run("UPDATE journal_head SET sequence = " + std::to_string(last.place & 0xFFFFFFFFFF) + ", hash = ?",
            {last.hash});
    }
    // Gives each row from `first` on the hash and the link that it would have.
    void rechain(std::size_t first) {
        for (std::size_t i = first; i < rows_.size(); ++i) {
            const auto link = rows_[i].bytes.find("\"prev\":\"") + 8;
            rows_[i].bytes.replace(link, 64, i == 0 ? std::string(64, '0') : to_hex(rows_[i - 1].hash));
            rows_[i].hash = hash_of(rows_[i].bytes);
            put(rows_[i]);
        }
        put_head(rows_.back());
    }

    std::string flip(const std::string& column) {
        auto& row = any();
        auto& value = column == "bytes" ? row.bytes : row.hash;
        flip_bit(value, below(value.size() * 8));
        put(row);
        return "flip a bit of " + column;
    }
    std::string change_head() {
        static const char* changes[] = {"sequence = sequence - 1", "sequence = sequence + 1", "epoch = 2",
                                        "hash = randomblob(32)",   "mac = randomblob(32)",    "hash = x''"};
        const std::string change = changes[below(6)];
        run(one_in(8) ? "DELETE FROM journal_head" : "UPDATE journal_head SET " + change);
        return "change the head: " + change;
    }
    bool one_in(std::size_t n) { return below(n) == 0; }
    std::string cut() {
        const auto first = below(rows_.size()), count = 1 + below(one_in(4) ? rows_.size() : 3);
        const auto last = std::min(first + count, rows_.size()) - 1;
        run("DELETE FROM journal WHERE place BETWEEN " + std::to_string(rows_[first].place) + " AND " +
            std::to_string(rows_[last].place));
        return "cut rows from " + std::to_string(first);
    }
    std::string cut_end_and_move_head() {
        const auto kept = 1 + below(rows_.size() - 1);
        run("DELETE FROM journal WHERE place > " + std::to_string(rows_[kept - 1].place));
        put_head(rows_[kept - 1]);
        return "cut the end after " + std::to_string(kept) + " and move the head";
    }
    std::string insert_copy() {
        Row copy = any();
        copy.place = one_in(2) ? rows_.back().place + 1 : static_cast<std::int64_t>(below(1000)) - 1000;
        put(copy);
        return "insert a copy";
    }
    std::string swap() {
        const auto first = below(rows_.size() - 1);
        std::swap(rows_[first].place, rows_[first + 1].place);
        put(rows_[first]);
        put(rows_[first + 1]);
        return "swap two rows";
    }
    std::string move_row() {
        const auto from = std::to_string(any().place);
        run("UPDATE journal SET place = place + (2 << 40) WHERE place = " + from);
        return "move a row to another epoch";
    }
    void attach_older() { run("ATTACH '" + older_.string() + "' AS older"); }
    std::string replay_journal() {
        attach_older();
        run("DELETE FROM main.journal");
        run("INSERT INTO main.journal (place, bytes, hash) SELECT place, bytes, hash FROM older.journal");
        return "replay an older journal";
    }
    std::string replay_journal_and_head() {
        replay_journal();
        run("DELETE FROM main.journal_head");
        run("INSERT INTO main.journal_head SELECT * FROM older.journal_head");
        return "replay an older journal with its head";
    }
    std::string rewrite_history() {
        const auto changed = below(rows_.size());
        auto& bytes = rows_[changed].bytes;
        const auto digit = bytes.find("\"at\":") + 12;
        bytes[digit] = bytes[digit] == '9' ? '8' : static_cast<char>(bytes[digit] + 1);
        rechain(changed);
        return "change an event and chain anew";
    }
    std::string reorder_and_rechain() {
        const auto first = below(rows_.size() - 1);
        std::swap(rows_[first].bytes, rows_[first + 1].bytes);
        rechain(first);
        return "swap two events and chain anew";
    }
    std::string append_forged() {
        Row forged = rows_.back();
        ++forged.place;
        const auto before = "\"seq\":" + std::to_string(rows_.size()),
                   after = "\"seq\":" + std::to_string(rows_.size() + 1);
        forged.bytes.replace(forged.bytes.find(before), before.size(), after);
        rows_.push_back(forged);
        rechain(rows_.size() - 1);
        return "append a forged event";
    }

    SQLite::Database database_;
    fs::path older_;
    std::mt19937_64& random_;
    std::vector<Row> rows_;
};

// A register with a history, and its database as it was half way.
void make_original(const fs::path& folder, const fs::path& older) {
    auto files = tests::must(tests::RegisterFiles::open(folder));
    tests::History history(files->store(), 11);
    history.open_shop(files->signer().public_key_hex());
    while (tests::must(files->store().head()).sequence < events) {
        history.step();
        if (fs::exists(older) || tests::must(files->store().head()).sequence < events / 2) continue;
        tests::must(files->connection().checkpoint());
        fs::copy_file(folder / db::terminal::database_name, older);
    }
}

std::string problem_in(const fs::path& folder) {
    return tests::must(db::terminal::verify_folder(folder, wire::event_codec(), "test")).problem;
}

}  // namespace

TEST_CASE("random edits of a stored journal are all found") {
    const auto seed = tests::any_seed("journal edits");
    std::mt19937_64 random(seed);
    const tests::ScratchFolder original, copy;
    const auto older = original.path() / "older.db";
    make_original(original.path(), older);
    REQUIRE(problem_in(original.path()) == "");
    fs::copy(original.path(), copy.path(), fs::copy_options::recursive);

    for (int i = 0; i < edits; ++i) {
        const auto database = copy.path() / db::terminal::database_name;
        fs::remove(database.string() + "-wal");
        fs::copy_file(original.path() / db::terminal::database_name, database,
                      fs::copy_options::overwrite_existing);
        std::string edit;
        {
            Forger forger(database, older, random);
            edit = forger.edit();
        }
        INFO("seed " << seed << ", edit " << i << ": " << edit);
        REQUIRE(problem_in(copy.path()) != "");
    }
}

TEST_CASE("the first place that is wrong is named") {
    const tests::ScratchFolder folder;
    make_original(folder.path(), folder.path() / "older.db");
    {
        SQLite::Database database((folder.path() / db::terminal::database_name).string(),
                                  SQLite::OPEN_READWRITE);
        database.exec("DROP TRIGGER journal_is_never_cut");
        database.exec("DELETE FROM journal WHERE sequence = 7");
    }
    CHECK(problem_in(folder.path()) == "Event 7 is missing.");
}

}  // namespace makegood
