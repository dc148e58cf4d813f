#include "db/terminal/sqlite_catalogue_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>

#include "db/terminal/catalogue_image_file.hpp"
#include "db/terminal/catalogue_table.hpp"
#include "db/terminal/catalogue_writer.hpp"

namespace makegood::db::terminal {
namespace {

namespace fs = std::filesystem;
using core::catalogue::Article;
using core::catalogue::Catalogue;

constexpr std::string_view beginning = "catalogue-", ending = ".db", image_ending = ".image",
                           unfinished = ".new";

// 7 for "catalogue-7.db", "catalogue-7.db.new" and "catalogue-7.image"; 0 for other names.
std::uint64_t number_of(std::string_view name) {
    if (name.ends_with(unfinished)) name.remove_suffix(unfinished.size());
    const auto last = name.ends_with(ending) ? ending : image_ending;
    if (!name.starts_with(beginning) || !name.ends_with(last)) return 0;
    name.remove_prefix(beginning.size());
    name.remove_suffix(std::min(name.size(), last.size()));
    std::uint64_t number = 0;
    const auto [end, trouble] = std::from_chars(name.data(), name.data() + name.size(), number);
    return trouble == std::errc() && end == name.data() + name.size() ? number : 0;
}

tl::unexpected<Error> folder_trouble(const std::string& folder, const std::string& detail) {
    return fail(ErrorKind::failed,
                "The folder " + folder + " can't be written to (" + detail +
                    "). Free some space on its disk, or give this user the right to write there.",
                detail);
}

std::vector<std::string> catalogue_names(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code trouble;
    for (fs::directory_iterator at(folder, trouble), end; !trouble && at != end; at.increment(trouble)) {
        std::string name = at->path().filename().string();
        if (number_of(name) > 0) names.push_back(std::move(name));
    }
    return names;
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
        return article_;
    }

  private:
    Article article_;
    ListColumn category_, labels_, allergens_;
};

}  // namespace

Result<std::string> SqliteCatalogueFiles::reserve_name() {
    const std::lock_guard lock(building_->guard);
    std::uint64_t greatest = 0;
    for (const auto& name : catalogue_names(folder_)) greatest = std::max(greatest, number_of(name));
    std::string name = std::string(beginning) + std::to_string(greatest + 1) + std::string(ending);
    const std::string path = folder_ + "/" + name + std::string(unfinished);
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) return folder_trouble(folder_, std::strerror(errno));
    ::close(file);
    building_->names.insert(name + std::string(unfinished));
    return name;
}

Result<std::unique_ptr<ports::CatalogueWriter>> SqliteCatalogueFiles::begin(const std::string& base) {
    auto name = reserve_name();
    if (!name) return fail(name.error());
    const SqliteCatalogueWriter::Place place{folder_, *name};
    const auto gone = [building = building_, name = *name + std::string(unfinished)] {
        const std::lock_guard lock(building->guard);
        building->names.erase(name);
    };
    std::error_code trouble;
    const std::string from = folder_ + "/" + base;
    if (!base.empty() && fs::exists(from, trouble))
        fs::copy_file(from, place.building(), fs::copy_options::overwrite_existing, trouble);
    if (trouble) {
        ::unlink(place.building().c_str());
        gone();
        return folder_trouble(folder_, trouble.message());
    }
    return SqliteCatalogueWriter::start(place, gone);
}

Result<std::shared_ptr<const Catalogue>> SqliteCatalogueFiles::load(const std::string& file) {
    const std::string path = folder_ + "/" + file;
    std::error_code unreadable;
    if (file.empty() || !fs::exists(path, unreadable))
        return fail(ErrorKind::not_found,
                    "The catalogue file " + path + " is missing. Import the shop's whole export file again.");
    if (auto saved = open_image(folder_, file)) return saved;
    // A finished file never changes, so it needs no locks.
    auto database = open_catalogue(catalogue_uri(path) + "?immutable=1", SQLITE_OPEN_READONLY, path);
    if (!database) return fail(database.error());
    const auto rows =
        prepared(database->get(),
                 ("SELECT " + std::string(article_columns) + " FROM article ORDER BY id").c_str(), path);
    if (!rows) return fail(rows.error());
    Catalogue::Builder builder;
    ArticleRows articles;
    int code = SQLITE_OK;
    while ((code = sqlite3_step(rows->get())) == SQLITE_ROW)
        builder.add(articles.read(RowCells(rows->get())));
    if (code != SQLITE_DONE) return catalogue_trouble(database->get(), path);
    auto built = builder.build();
    save_image(folder_, file, *built);
    const auto saved = open_image(folder_, file);  // needs less memory
    return saved ? saved : built;
}

Result<> SqliteCatalogueFiles::keep_only(const std::string& file) {
    const std::lock_guard lock(building_->guard);
    for (const auto& name : catalogue_names(folder_)) {
        if (name == file || name == image_name(file) || building_->names.contains(name)) continue;
        std::error_code trouble;
        fs::remove(folder_ + "/" + name, trouble);
        if (trouble) return folder_trouble(folder_, trouble.message());
    }
    return {};
}

}  // namespace makegood::db::terminal
