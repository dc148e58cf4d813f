#include "db/terminal/catalogue_writer.hpp"

#include <sodium.h>
#include <unistd.h>

#include <cstring>

#include "db/terminal/durable_file.hpp"

namespace makegood::db::terminal {
namespace {

using core::catalogue::Article;
using ports::Change;

void join(const std::vector<std::string>& words, std::string& out) {
    out.clear();
    for (const auto& word : words) {
        if (!out.empty()) out += list_mark;
        out += word;
    }
}

void bind_text(sqlite3_stmt* statement, int at, const std::string& text) {
    sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void bind_optional(sqlite3_stmt* statement, int at, const std::optional<std::int64_t>& value) {
    value ? sqlite3_bind_int64(statement, at, *value) : sqlite3_bind_null(statement, at);
}

std::optional<std::int64_t> minor(const std::optional<Money>& amount) {
    if (!amount) return std::nullopt;
    return amount->minor();
}

}  // namespace

Result<std::unique_ptr<ports::CatalogueWriter>> SqliteCatalogueWriter::start(Place place,
                                                                             std::function<void()> gone) {
    std::unique_ptr<SqliteCatalogueWriter> writer(
        new SqliteCatalogueWriter(std::move(place), std::move(gone)));
    MAKEGOOD_TRY(writer->begin());
    return std::unique_ptr<ports::CatalogueWriter>(std::move(writer));
}

SqliteCatalogueWriter::~SqliteCatalogueWriter() {
    insert_.reset(), find_.reset(), update_.reset();
    database_.reset();
    ::unlink(place_.building().c_str());
    gone_();
}

Result<> SqliteCatalogueWriter::begin() {
    auto database = open_plain(uri_of(place_.building()), SQLITE_OPEN_READWRITE, file_);
    if (!database) return fail(database.error());
    database_ = std::move(*database);
    sqlite3* raw = database_.get();
    MAKEGOOD_TRY(run_on(raw, while_building, file_));
    const auto version = version_of(raw, file_);
    if (!version) return fail(version.error());
    MAKEGOOD_TRY(run_on(raw, "BEGIN", file_));
    if (*version == 0) MAKEGOOD_TRY(run_on(raw, create_catalogue, file_));
    if (*version == 1) MAKEGOOD_TRY(run_on(raw, from_version_1, file_));
    const auto last = number_from(raw, "SELECT coalesce(max(id), 0) FROM article", file_);
    if (!last) return fail(last.error());
    last_of_base_ = *last;
    seen_.assign(static_cast<std::size_t>(last_of_base_) + 1, false);

    const std::string columns = article_columns;
    const std::string values = "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)";
    auto insert = prepared(raw, ("INSERT OR IGNORE INTO article(" + columns + ") " + values).c_str(), file_);
    auto find = prepared(raw, "SELECT id, print FROM article WHERE number = ?1", file_);
    auto update = prepared(raw,
                           ("UPDATE article SET (" + columns +
                            ") = (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17) WHERE id = ?18")
                               .c_str(),
                           place_.path());
    for (const auto* each : {&insert, &find, &update})
        if (!*each) return fail(each->error());
    insert_ = std::move(*insert), find_ = std::move(*find), update_ = std::move(*update);
    return {};
}

// Joins the lists and takes the print of all fields, which tells a changed article from an equal one.
void SqliteCatalogueWriter::describe(const Article& article) {
    join(article.category, category_);
    join(article.labels, labels_);
    join(article.allergens, allergens_);
    printed_.clear();
    for (const std::string_view text :
         std::initializer_list<std::string_view>{article.name, article.brand, category_, article.size_words,
                                                 article.place, labels_, allergens_}) {
        printed_ += text;
        printed_ += '\0';
    }
    const std::int64_t numbers[] = {article.gtin ? static_cast<std::int64_t>(article.gtin->value()) : -1,
                                    article.size.total_milli,
                                    article.size.pieces,
                                    static_cast<std::int64_t>(article.size.unit),
                                    minor(article.price).value_or(INT64_MIN),
                                    minor(article.cost).value_or(INT64_MIN),
                                    article.stock.value_or(INT64_MIN)};
    printed_.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
    printed_ += article.tier;  // last, so that without one the print is that of version 1
    // Any fixed key does: this only has to tell versions of one article apart.
    static constexpr unsigned char key[crypto_shorthash_KEYBYTES] = {};
    unsigned char hash[crypto_shorthash_BYTES];
    crypto_shorthash(hash, reinterpret_cast<const unsigned char*>(printed_.data()), printed_.size(), key);
    std::memcpy(&print_, hash, sizeof print_);
}

void SqliteCatalogueWriter::bind(sqlite3_stmt* statement, const Article& article) {
    sqlite3_bind_int64(statement, 1, print_);
    bind_text(statement, 2, article.number.text());
    article.gtin ? sqlite3_bind_int64(statement, 3, static_cast<std::int64_t>(article.gtin->value()))
                 : sqlite3_bind_null(statement, 3);
    bind_text(statement, 4, article.name);
    bind_text(statement, 5, article.brand);
    bind_text(statement, 6, category_);
    bind_text(statement, 7, article.size_words);
    sqlite3_bind_int64(statement, 8, article.size.total_milli);
    sqlite3_bind_int(statement, 9, article.size.pieces);
    sqlite3_bind_int(statement, 10, static_cast<int>(article.size.unit));
    bind_optional(statement, 11, minor(article.price));
    bind_optional(statement, 12, minor(article.cost));
    bind_optional(statement, 13, article.stock);
    bind_text(statement, 14, article.place);
    bind_text(statement, 15, labels_);
    bind_text(statement, 16, allergens_);
    bind_text(statement, 17, article.tier);
}

Result<Change> SqliteCatalogueWriter::put(const Article& article) {
    describe(article);
    // Where nothing was before, most numbers are new: try to insert first. Else most are there.
    return last_of_base_ == 0 ? insert(article) : replace(article);
}

Result<Change> SqliteCatalogueWriter::insert(const Article& article) {
    bind(insert_.get(), article);
    MAKEGOOD_TRY(run(insert_.get(), file_));
    if (sqlite3_changes(database_.get()) > 0) return Change::added;
    return replace(article);
}

Result<Change> SqliteCatalogueWriter::replace(const Article& article) {
    bind_text(find_.get(), 1, article.number.text());
    const int code = sqlite3_step(find_.get());
    if (code == SQLITE_DONE) {
        sqlite3_reset(find_.get());
        return insert(article);
    }
    if (code != SQLITE_ROW) return trouble();
    const std::int64_t id = sqlite3_column_int64(find_.get(), 0);
    const bool same = sqlite3_column_int64(find_.get(), 1) == print_;
    sqlite3_reset(find_.get());
    if (!same) {
        bind(update_.get(), article);
        sqlite3_bind_int64(update_.get(), 18, id);
        MAKEGOOD_TRY(run(update_.get(), file_));
    }
    return note_replaced(id, same);
}

Result<Change> SqliteCatalogueWriter::note_replaced(std::int64_t id, bool same) {
    if (id > last_of_base_ || seen_[static_cast<std::size_t>(id)]) return Change::repeated;
    seen_[static_cast<std::size_t>(id)] = true;
    return same ? Change::unchanged : Change::changed;
}

// Rows of `visit` are id, number, name.
Result<> SqliteCatalogueWriter::each_absent(const std::function<Result<>(sqlite3_stmt*)>& visit) {
    const auto rows =
        prepared(database_.get(), "SELECT id, number, name FROM article WHERE id <= ?1 ORDER BY id", file_);
    if (!rows) return fail(rows.error());
    sqlite3_bind_int64(rows->get(), 1, last_of_base_);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(rows->get())) == SQLITE_ROW)
        if (!seen_[static_cast<std::size_t>(sqlite3_column_int64(rows->get(), 0))])
            MAKEGOOD_TRY(visit(rows->get()));
    if (code != SQLITE_DONE) return trouble();
    return {};
}

Result<ports::CatalogueWriter::Absent> SqliteCatalogueWriter::absent(std::size_t listed) {
    Absent absent;
    const auto words = [](sqlite3_stmt* row, int column) {
        return std::string(reinterpret_cast<const char*>(sqlite3_column_text(row, column)));
    };
    MAKEGOOD_TRY(each_absent([&](sqlite3_stmt* row) -> Result<> {
        if (absent.articles++ < listed) absent.first.push_back(words(row, 1) + " " + words(row, 2));
        return {};
    }));
    return absent;
}

Result<> SqliteCatalogueWriter::take_out_absent() {
    std::vector<std::int64_t> absent;
    MAKEGOOD_TRY(each_absent([&](sqlite3_stmt* row) -> Result<> {
        absent.push_back(sqlite3_column_int64(row, 0));
        return {};
    }));
    const auto remove = prepared(database_.get(), "DELETE FROM article WHERE id = ?1", file_);
    if (!remove) return fail(remove.error());
    for (const auto id : absent) {
        sqlite3_bind_int64(remove->get(), 1, id);
        MAKEGOOD_TRY(run(remove->get(), file_));
    }
    return {};
}

Result<> SqliteCatalogueWriter::count(Finished& finished) {
    const auto articles = number_from(database_.get(), "SELECT count(*) FROM article", file_);
    if (!articles) return fail(articles.error());
    finished.articles = static_cast<std::uint64_t>(*articles);
    const auto shared = prepared(database_.get(),
                                 "SELECT printf('%013d: %s', gtin, group_concat(number, ', ')) FROM article "
                                 "WHERE gtin IS NOT NULL GROUP BY gtin HAVING count(*) > 1 LIMIT 20",
                                 place_.path());
    if (!shared) return fail(shared.error());
    while (sqlite3_step(shared->get()) == SQLITE_ROW)
        finished.shared_gtins.emplace_back(
            reinterpret_cast<const char*>(sqlite3_column_text(shared->get(), 0)));
    return {};
}

Result<ports::CatalogueWriter::Finished> SqliteCatalogueWriter::finish() {
    Finished finished;
    finished.file = place_.name;
    MAKEGOOD_TRY(count(finished));
    MAKEGOOD_TRY(run_on(database_.get(), "COMMIT", file_));
    insert_.reset(), find_.reset(), update_.reset();
    database_.reset();
    auto digest = make_durable(place_.folder, place_.building(), place_.path());
    if (!digest) return fail(digest.error());
    finished.digest = std::move(*digest);
    return finished;
}

}  // namespace makegood::db::terminal
