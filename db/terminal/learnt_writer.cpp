#include "db/terminal/learnt_writer.hpp"

#include <unistd.h>

#include <algorithm>

#include "db/terminal/durable_file.hpp"
#include "db/terminal/learnt_table.hpp"

namespace makegood::db::terminal {
namespace {

using core::catalogue::Row;
using core::substitute::Learnt;
using core::substitute::LearntPair;

// More than are used, so that what comes later can still bring forward a pair that was rare at first.
constexpr std::size_t pairs_stored = 4 * Learnt::pairs_kept;

// Keys use all 64 bits.
std::int64_t as_stored(std::uint64_t key) {
    return static_cast<std::int64_t>(key);
}

bool has_pair(const Learnt& learnt, Row row, Row other) {
    const auto pairs = learnt.pairs_of(row);
    const auto at = std::lower_bound(pairs.begin(), pairs.end(), other,
                                     [](const LearntPair& pair, Row sought) { return pair.other < sought; });
    return at != pairs.end() && at->other == other;
}

}  // namespace

SqliteLearntWriter::SqliteLearntWriter(Place place, Articles articles, std::function<void()> gone)
    : place_(std::move(place)),
      file_(learnt_file(place_.path())),
      articles_(std::move(articles)),
      gone_(std::move(gone)) {}

Result<std::unique_ptr<ports::LearntWriter>> SqliteLearntWriter::start(Place place, Articles articles,
                                                                       std::function<void()> gone) {
    std::unique_ptr<SqliteLearntWriter> writer(
        new SqliteLearntWriter(std::move(place), std::move(articles), std::move(gone)));
    MAKEGOOD_TRY(writer->open_lines());
    MAKEGOOD_TRY(writer->open_counts());
    return std::unique_ptr<ports::LearntWriter>(std::move(writer));
}

SqliteLearntWriter::~SqliteLearntWriter() {
    add_line_.reset();
    counts_.reset();
    ::unlink(place_.building().c_str());
    gone_();
}

Result<> SqliteLearntWriter::open_lines() {
    auto database = open_plain("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, file_);
    if (!database) return fail(database.error());
    lines_ = std::move(*database);
    MAKEGOOD_TRY(run_on(lines_.get(), while_building, file_));
    MAKEGOOD_TRY(run_on(lines_.get(),
                        "BEGIN; CREATE TABLE line(household INTEGER, basket INTEGER, article INTEGER, known "
                        "INTEGER) STRICT",
                        file_));
    auto add = prepared(lines_.get(), "INSERT INTO line VALUES(?1, ?2, ?3, ?4)", file_);
    if (!add) return fail(add.error());
    add_line_ = std::move(*add);
    return {};
}

Result<> SqliteLearntWriter::open_counts() {
    auto database = open_plain(uri_of(place_.building()), SQLITE_OPEN_READWRITE, file_);
    if (!database) return fail(database.error());
    counts_ = std::move(*database);
    MAKEGOOD_TRY(run_on(counts_.get(), while_building, file_));
    const auto version = version_of(counts_.get(), file_);
    if (!version) return fail(version.error());
    MAKEGOOD_TRY(run_on(counts_.get(), "BEGIN", file_));
    return *version == 0 ? run_on(counts_.get(), create_learnt, file_) : Result<>();
}

Result<> SqliteLearntWriter::add(const ports::BoughtLine& line) {
    sqlite3_bind_int64(add_line_.get(), 1, as_stored(line.household));
    sqlite3_bind_int64(add_line_.get(), 2, as_stored(line.basket));
    sqlite3_bind_int64(add_line_.get(), 3, line.row);
    sqlite3_bind_int(add_line_.get(), 4, line.household_known ? 1 : 0);
    ++added_;
    return run(add_line_.get(), file_);
}

Result<> SqliteLearntWriter::must_be_new(std::uint64_t print) {
    const auto known = prepared(counts_.get(), "SELECT 1 FROM import WHERE print = ?1", file_);
    if (!known) return fail(known.error());
    sqlite3_bind_int64(known->get(), 1, as_stored(print));
    const int code = sqlite3_step(known->get());
    if (code == SQLITE_DONE) return {};
    if (code != SQLITE_ROW) return plain_trouble(counts_.get(), file_);
    return fail(
        ErrorKind::refused,
        "These receipts were taken in before, and would count twice. Import newer ones, or start again "
        "with --anew, which forgets what was learnt so far.");
}

// Household after household; SQLite sorts in files where they are many.
Result<std::shared_ptr<const Learnt>> SqliteLearntWriter::learn(Finished& finished) {
    core::substitute::LearntBuilder builder(*articles_, pairs_stored);
    const auto lines = prepared(
        lines_.get(), "SELECT household, basket, article, known FROM line ORDER BY household", file_);
    if (!lines) return fail(lines.error());
    std::optional<std::int64_t> before;
    int code = SQLITE_OK;
    while ((code = sqlite3_step(lines->get())) == SQLITE_ROW) {
        const auto household = sqlite3_column_int64(lines->get(), 0);
        if (before != household)
            ++(sqlite3_column_int(lines->get(), 3) != 0 ? finished.new_households : finished.new_baskets);
        before = household;
        builder.add(static_cast<std::uint64_t>(household),
                    static_cast<std::uint64_t>(sqlite3_column_int64(lines->get(), 1)),
                    static_cast<Row>(sqlite3_column_int64(lines->get(), 2)));
    }
    if (code != SQLITE_DONE) return plain_trouble(lines_.get(), file_);
    return builder.build();
}

// By row, the number of each article that was bought in the file.
Result<std::vector<std::int64_t>> SqliteLearntWriter::add_articles(const Learnt& learnt) {
    const auto add = prepared(counts_.get(),
                              "INSERT INTO article(number, households) VALUES(?1, ?2) ON CONFLICT(number) DO "
                              "UPDATE SET households = households + ?2 RETURNING id",
                              file_);
    if (!add) return fail(add.error());
    std::vector<std::int64_t> ids(articles_->size(), 0);
    for (Row row = 0; row < articles_->size(); ++row) {
        if (learnt.households_of(row) == 0) continue;
        const auto number = articles_->view(row).number;
        sqlite3_bind_text(add->get(), 1, number.data(), static_cast<int>(number.size()), SQLITE_STATIC);
        sqlite3_bind_int64(add->get(), 2, learnt.households_of(row));
        if (sqlite3_step(add->get()) != SQLITE_ROW) return plain_trouble(counts_.get(), file_);
        ids[row] = sqlite3_column_int64(add->get(), 0);
        sqlite3_reset(add->get());
    }
    return ids;
}

Result<> SqliteLearntWriter::add_pairs(const Learnt& learnt, const std::vector<std::int64_t>& ids) {
    const auto add = prepared(counts_.get(),
                              "INSERT INTO pair(a, b, households) VALUES(?1, ?2, ?3) ON CONFLICT(a, b) DO "
                              "UPDATE SET households = households + ?3",
                              file_);
    if (!add) return fail(add.error());
    for (Row row = 0; row < articles_->size(); ++row)
        for (const auto& pair : learnt.pairs_of(row)) {
            // Each once, though both may have it in their lists.
            if (pair.other < row && has_pair(learnt, pair.other, row)) continue;
            const auto [a, b] = std::minmax(ids[row], ids[pair.other]);
            sqlite3_bind_int64(add->get(), 1, a);
            sqlite3_bind_int64(add->get(), 2, b);
            sqlite3_bind_int64(add->get(), 3, pair.households);
            MAKEGOOD_TRY(run(add->get(), file_));
        }
    return {};
}

Result<> SqliteLearntWriter::add_import(std::uint64_t print, const Finished& finished) {
    const auto add =
        prepared(counts_.get(), "INSERT INTO import(print, lines, households) VALUES(?1, ?2, ?3)", file_);
    if (!add) return fail(add.error());
    sqlite3_bind_int64(add->get(), 1, as_stored(print));
    sqlite3_bind_int64(add->get(), 2, as_stored(added_));
    sqlite3_bind_int64(add->get(), 3, as_stored(finished.new_households));
    return run(add->get(), file_);
}

Result<> SqliteLearntWriter::add_up(Finished& finished) {
    const std::pair<const char*, std::uint64_t*> numbers[] = {
        {"SELECT sum(lines) FROM import", &finished.lines},
        {"SELECT sum(households) FROM import", &finished.households},
        {"SELECT count(*) FROM article", &finished.articles}};
    for (const auto& [sql, into] : numbers) {
        const auto number = number_from(counts_.get(), sql, file_);
        if (!number) return fail(number.error());
        *into = static_cast<std::uint64_t>(*number);
    }
    return {};
}

Result<ports::LearntWriter::Finished> SqliteLearntWriter::count(std::uint64_t print) {
    Finished finished;
    MAKEGOOD_TRY(must_be_new(print));
    const auto learnt = learn(finished);
    if (!learnt) return fail(learnt.error());
    add_line_.reset();
    lines_.reset();  // from here on there are only counts
    const auto ids = add_articles(**learnt);
    if (!ids) return fail(ids.error());
    MAKEGOOD_TRY(add_pairs(**learnt, *ids));
    MAKEGOOD_TRY(add_import(print, finished));
    MAKEGOOD_TRY(add_up(finished));
    return finished;
}

Result<ports::LearntWriter::Finished> SqliteLearntWriter::finish(std::uint64_t print) {
    auto finished = count(print);
    if (!finished) return finished;
    MAKEGOOD_TRY(run_on(counts_.get(), "COMMIT", file_));
    counts_.reset();
    auto digest = make_durable(place_.folder, place_.building(), place_.path());
    if (!digest) return fail(digest.error());
    finished->file = place_.name;
    finished->digest = std::move(*digest);
    return finished;
}

}  // namespace makegood::db::terminal
