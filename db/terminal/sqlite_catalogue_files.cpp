#include "db/terminal/sqlite_catalogue_files.hpp"

#include <cstdio>
#include <filesystem>

#include "app/core/catalogue/image.hpp"
#include "db/terminal/catalogue_table.hpp"
#include "db/terminal/catalogue_writer.hpp"

namespace makegood::db::terminal {
namespace {

using core::catalogue::Article;
using core::catalogue::Catalogue;

void save_image(const NumberedFiles& files, const std::string& file, const Catalogue& articles) {
    save_image_file(files.path(image_name(file)), {files.path(file)},
                    [&](const auto& sink) { write_image(articles, sink); });
}

class RowCells {
  public:
    explicit RowCells(sqlite3_stmt* row) : row_(row) {}
    std::string_view text(int column) const {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row_, column));
        return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(row_, column))};
    }
    std::int64_t integer(int column) const { return sqlite3_column_int64(row_, column); }
    bool known(int column) const { return sqlite3_column_type(row_, column) != SQLITE_NULL; }
    std::optional<Money> money(int column) const {
        if (!known(column)) return std::nullopt;
        return Money::minor(integer(column));
    }

  private:
    sqlite3_stmt* row_;
};

// Lists repeat from row to row; one that is the same is left as it is.
class ListColumn {
  public:
    void read(std::string_view joined, std::vector<std::string>& words) {
        if (joined == last_) return;
        last_ = joined;
        words.clear();
        for (std::size_t begin = 0; begin < last_.size();) {
            const auto end = std::min(last_.find(list_mark, begin), last_.size());
            words.push_back(last_.substr(begin, end - begin));
            begin = end + 1;
        }
    }

  private:
    std::string last_;
};

class ArticleRows {
  public:
    const Article& read(const RowCells& row) {
        article_.number = ArticleNumber(std::string(row.text(1)));
        article_.gtin.reset();
        if (row.known(2)) {
            char digits[24];
            std::snprintf(digits, sizeof digits, "%014lld", static_cast<long long>(row.integer(2)));
            if (const auto gtin = core::catalogue::Gtin::parse(digits)) article_.gtin = *gtin;
        }
        article_.name = row.text(3);
        article_.brand = row.text(4);
        category_.read(row.text(5), article_.category);
        article_.size_words = row.text(6);
        article_.size = {row.integer(7), static_cast<std::int32_t>(row.integer(8)),
                         static_cast<core::catalogue::BaseUnit>(row.integer(9))};
        article_.price = row.money(10);
        article_.cost = row.money(11);
        article_.stock.reset();
        if (row.known(12)) article_.stock = row.integer(12);
        article_.place = row.text(13);
        labels_.read(row.text(14), article_.labels);
        allergens_.read(row.text(15), article_.allergens);
        article_.tier = row.text(16);
        return article_;
    }

  private:
    Article article_;
    ListColumn category_, labels_, allergens_;
};

}  // namespace

std::shared_ptr<const Catalogue> SqliteCatalogueFiles::open_image(const std::string& file) {
    const auto image = image_.open(files_.path(image_name(file)), {files_.path(file)});
    if (!image) return nullptr;
    auto articles = core::catalogue::from_image(*image, image);
    return articles ? *articles : nullptr;
}

Result<std::unique_ptr<ports::CatalogueWriter>> SqliteCatalogueFiles::begin(const std::string& base) {
    auto begun = files_.begin(base);
    if (!begun) return fail(begun.error());
    return SqliteCatalogueWriter::start({files_.folder(), begun->name}, std::move(begun->gone));
}

Result<std::shared_ptr<const Catalogue>> SqliteCatalogueFiles::load(const std::string& file) {
    const std::string path = files_.path(file);
    std::error_code unreadable;
    if (file.empty() || !std::filesystem::exists(path, unreadable))
        return fail(ErrorKind::not_found,
                    "The catalogue file " + path + " is missing. Import the shop's whole export file again.");
    if (auto saved = open_image(file)) return saved;
    auto database = open_plain(finished_uri_of(path), SQLITE_OPEN_READONLY, path);
    if (!database) return fail(database.error());
    const auto version = version_of(database->get(), path);
    if (!version) return fail(version.error());
    const std::string columns = *version == 1 ? article_columns_of_version_1 : article_columns;
    const auto rows =
        prepared(database->get(), ("SELECT " + columns + " FROM article ORDER BY id").c_str(), path);
    if (!rows) return fail(rows.error());
    Catalogue::Builder builder;
    ArticleRows articles;
    int code = SQLITE_OK;
    while ((code = sqlite3_step(rows->get())) == SQLITE_ROW)
        builder.add(articles.read(RowCells(rows->get())));
    if (code != SQLITE_DONE) return plain_trouble(database->get(), path);
    auto built = builder.build();
    save_image(files_, file, *built);
    const auto saved = open_image(file);  // needs less memory
    return saved ? saved : built;
}

Result<> SqliteCatalogueFiles::keep_only(const std::string& file) {
    return files_.keep_only(file);
}

}  // namespace makegood::db::terminal
