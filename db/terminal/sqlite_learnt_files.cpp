#include "db/terminal/sqlite_learnt_files.hpp"

#include <filesystem>
#include <optional>

#include "app/core/substitute/learnt_counts.hpp"
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
    // The numbers run from 1 without a gap.
    explicit KnownRows(std::int64_t articles) : rows_(static_cast<std::size_t>(articles) + 1) {}
    bool has(std::int64_t id) const { return id > 0 && static_cast<std::size_t>(id) < rows_.size(); }
    std::optional<Row>& operator[](std::int64_t id) { return rows_[static_cast<std::size_t>(id)]; }

  private:
    std::vector<std::optional<Row>> rows_;
};

// Calls `visit` with each row of the answer; failed when one makes no sense to it.
template <class Visit>
Result<> each_row(sqlite3* database, const char* sql, const PlainFile& file, const Visit& visit) {
    const auto rows = prepared(database, sql, file);
    if (!rows) return fail(rows.error());
    int code = SQLITE_OK;
    while ((code = sqlite3_step(rows->get())) == SQLITE_ROW)
        if (!visit(rows->get())) return plain_damage(file, "a row that makes no sense");
    if (code != SQLITE_DONE) return plain_trouble(database, file);
    return {};
}

Result<std::shared_ptr<const Learnt>> read(const PlainFile& file, const Catalogue& articles) {
    const auto database = open_plain(finished_uri_of(file.path), SQLITE_OPEN_READONLY, file);
    if (!database) return fail(database.error());
    const auto known_articles = number_from(database->get(), "SELECT count(*) FROM article", file);
    if (!known_articles) return fail(known_articles.error());
    LearntCounts counts(articles.size());
    KnownRows known(*known_articles);
    const auto count_at = [](sqlite3_stmt* row, int column) {
        return static_cast<std::uint32_t>(sqlite3_column_int64(row, column));
    };
    MAKEGOOD_TRY(
        each_row(database->get(), "SELECT id, number, households FROM article", file, [&](sqlite3_stmt* row) {
            const auto id = sqlite3_column_int64(row, 0);
            const auto* number = sqlite3_column_text(row, 1);
            if (number == nullptr || !known.has(id)) return false;
            known[id] = articles.find(reinterpret_cast<const char*>(number));
            if (known[id]) counts.add_households(*known[id], count_at(row, 2));
            return true;
        }));
    MAKEGOOD_TRY(each_row(database->get(), "SELECT a, b, households FROM pair", file, [&](sqlite3_stmt* row) {
        const auto a = sqlite3_column_int64(row, 0), b = sqlite3_column_int64(row, 1);
        if (!known.has(a) || !known.has(b)) return false;
        if (known[a] && known[b]) counts.add_pair(*known[a], *known[b], count_at(row, 2));
        return true;
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
        const auto bytes = image_.open(image, made_of);
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
