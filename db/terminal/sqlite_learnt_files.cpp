#include "db/terminal/sqlite_learnt_files.hpp"

#include <filesystem>
#include <optional>

#include "app/core/substitute/learnt_counts.hpp"
#include "db/terminal/image_file.hpp"
#include "db/terminal/learnt_table.hpp"
#include "db/terminal/learnt_writer.hpp"

namespace makegood::db::terminal {
namespace {

using core::catalogue::Catalogue;
using core::catalogue::Row;
using core::substitute::Learnt;
using core::substitute::LearntCounts;

// Rows of `articles` by the file's own numbers of them; those that are not sold any more have none.
class KnownRows {
  public:
    void put(std::int64_t id, std::optional<Row> row) {
        const auto at = static_cast<std::size_t>(id);
        if (at >= rows_.size()) rows_.resize(at + 1);
        rows_[at] = row;
    }
    std::optional<Row> operator[](std::int64_t id) const {
        const auto at = static_cast<std::size_t>(id);
        return at < rows_.size() ? rows_[at] : std::nullopt;
    }

  private:
    std::vector<std::optional<Row>> rows_;
};

// Calls `visit` with each row of the answer.
template <class Visit>
Result<> each_row(sqlite3* database, const char* sql, const PlainFile& file, const Visit& visit) {
    const auto rows = prepared(database, sql, file);
    if (!rows) return fail(rows.error());
    int code = SQLITE_OK;
    while ((code = sqlite3_step(rows->get())) == SQLITE_ROW) visit(rows->get());
    if (code != SQLITE_DONE) return plain_trouble(database, file);
    return {};
}

Result<std::shared_ptr<const Learnt>> read(const PlainFile& file, const Catalogue& articles) {
    const auto database = open_plain(finished_uri_of(file.path), SQLITE_OPEN_READONLY, file);
    if (!database) return fail(database.error());
    LearntCounts counts(articles.size());
    KnownRows known;
    MAKEGOOD_TRY(
        each_row(database->get(), "SELECT id, number, households FROM article", file, [&](sqlite3_stmt* row) {
            const auto found = articles.find(reinterpret_cast<const char*>(sqlite3_column_text(row, 1)));
            known.put(sqlite3_column_int64(row, 0), found);
            if (found)
                counts.add_households(*found, static_cast<std::uint32_t>(sqlite3_column_int64(row, 2)));
        }));
    MAKEGOOD_TRY(each_row(database->get(), "SELECT a, b, households FROM pair", file, [&](sqlite3_stmt* row) {
        const auto a = known[sqlite3_column_int64(row, 0)], b = known[sqlite3_column_int64(row, 1)];
        if (a && b) counts.add_pair(*a, *b, static_cast<std::uint32_t>(sqlite3_column_int64(row, 2)));
    }));
    const auto households = number_from(database->get(), "SELECT sum(households) FROM import", file);
    if (!households) return fail(households.error());
    const auto lines = number_from(database->get(), "SELECT sum(lines) FROM import", file);
    if (!lines) return fail(lines.error());
    return counts.build(static_cast<std::uint64_t>(*households), static_cast<std::uint64_t>(*lines));
}

}  // namespace

Result<> SqliteLearntFiles::must_be_there(const std::string& file) const {
    std::error_code unreadable;
    if (std::filesystem::exists(files_.path(file), unreadable)) return {};
    return fail(ErrorKind::not_found, "What was learnt from receipts is missing: there is no file " +
                                          files_.path(file) + ". " + learnt_file({}).way_out);
}

Result<std::unique_ptr<ports::LearntWriter>> SqliteLearntFiles::begin(
    const std::string& base, std::shared_ptr<const Catalogue> articles) {
    if (!base.empty()) MAKEGOOD_TRY(must_be_there(base));
    auto begun = files_.begin(base);
    if (!begun) return fail(begun.error());
    return SqliteLearntWriter::start({files_.folder(), begun->name}, std::move(articles),
                                     std::move(begun->gone));
}

Result<std::shared_ptr<const Learnt>> SqliteLearntFiles::load(const std::string& file,
                                                              const Catalogue& articles,
                                                              const std::string& catalogue_file) {
    MAKEGOOD_TRY(must_be_there(file));
    const std::string image = files_.path(image_name(file));
    const MadeOf made_of{files_.path(file), files_.path(catalogue_file)};
    const auto from_image = [&]() -> std::shared_ptr<const Learnt> {
        const auto bytes = open_image_file(image, made_of);
        if (!bytes) return nullptr;
        auto learnt = core::substitute::learnt_from_image(*bytes, bytes, articles.size());
        return learnt ? *learnt : nullptr;
    };
    if (auto saved = from_image()) return saved;
    auto learnt = read(learnt_file(files_.path(file)), articles);
    if (!learnt) return learnt;
    save_image_file(image, made_of, [&](const auto& sink) { write_image(**learnt, sink); });
    if (auto saved = from_image()) return saved;  // needs less memory
    return learnt;
}

}  // namespace makegood::db::terminal
