#include "app/service/import_catalogue.hpp"

#include "app/service/import_words.hpp"
#include "app/service/table_file.hpp"

namespace makegood::service {
namespace {

namespace catalogue = core::catalogue;

constexpr std::size_t rows_listed = 1'000, changes_listed = 100;
constexpr std::uint64_t rows_between_progress = 4'096;

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

std::string preset_names(const std::vector<catalogue::Mapping>& presets) {
    std::string names;
    for (const auto& preset : presets) names += (names.empty() ? "" : ", ") + preset.name;
    return names.empty() ? "none" : names;
}

Result<catalogue::Mapping> named_preset(const std::vector<catalogue::Mapping>& presets,
                                        const std::string& name) {
    for (const auto& preset : presets)
        if (preset.name == name) return preset;
    return fail(ErrorKind::bad_input,
                "There is no preset " + quoted(name) + "; there are: " + preset_names(presets) + ".");
}

Result<catalogue::Mapping> recognised(const std::vector<catalogue::Mapping>& presets, const TableFile& file) {
    if (const auto* preset = catalogue::recognise(presets, file.headers())) return *preset;
    std::string headers;
    for (std::size_t i = 0; i < std::min<std::size_t>(file.headers().size(), 8); ++i)
        headers += (i == 0 ? "" : ", ") + quoted(file.headers()[i].substr(0, 40));
    return fail(ErrorKind::bad_input,
                "The columns of this file (" + headers + (file.headers().size() > 8 ? ", …" : "") +
                    ") are not those of a known export; give a mapping file, or one of these presets: " +
                    preset_names(presets) + ".");
}

char separator_of(const catalogue::Mapping& mapping) {
    return mapping.separator.empty() ? '\0' : mapping.separator[0];
}

// How the file is to be read, as far as that is known before its header line is.
Result<std::optional<catalogue::Mapping>> given_mapping(const std::vector<catalogue::Mapping>& presets,
                                                        const ImportRequest& request) {
    if (request.mapping) return request.mapping;
    if (!request.preset) return std::optional<catalogue::Mapping>();
    auto preset = named_preset(presets, *request.preset);
    if (!preset) return fail(preset.error());
    return std::optional(std::move(*preset));
}

// Takes the rows of one file into a writer and writes the report.
class Import : public TableVisitor {
  public:
    Import(catalogue::RowReader reader, ports::CatalogueWriter& writer, ImportReport& report)
        : reader_(std::move(reader)), writer_(writer), report_(report) {}

    // Before a dry run: what the articles are compared with.
    void compare_with(std::shared_ptr<const catalogue::Catalogue> before, const Currency& currency) {
        before_ = std::move(before), currency_ = currency;
    }
    void on_rows(std::function<void()> tell) { tell_ = std::move(tell); }

    Result<> row(const TableRow& row) override {
        count_row();
        const auto kind = reader_.read(row.cells, read_);
        if (!kind) {
            reject(row.line, kind.error().sentence);
            return {};
        }
        if (*kind == catalogue::RowKind::passed_over) {
            ++report_.passed_over;
            return {};
        }
        if (row.mixed)
            read_.remarks.emplace_back("it has letters that are not UTF-8; they were read as Windows-1252");
        const auto change = writer_.put(read_.article);
        if (!change) return fail(change.error());
        count_change(*change);
        if (!read_.article.price) ++without_price_;
        remark(row.line);
        return {};
    }

    void bad_line(std::uint64_t line, std::string reason) override {
        count_row();
        reject(line, std::move(reason));
    }

    void finish() {
        const auto note = [&](const char* what, std::uint64_t count, const std::string& more = "") {
            if (count > 0) report_.notes.push_back(what + std::to_string(count) + more);
        };
        note("rows that are no articles: ", report_.passed_over);
        note("articles without a price (they can be missing, but are never offered): ", without_price_);
        note("articles taken with a remark: ", report_.remarked, first_remark());
        for (auto& words : additions_)
            if (report_.changes.size() < changes_listed) report_.changes.push_back(std::move(words));
    }

  private:
    void count_row() {
        if (++report_.rows % rows_between_progress == 0 && tell_) tell_();
    }

    void reject(std::uint64_t line, std::string reason) {
        ++report_.rejected;
        if (report_.bad.size() < rows_listed) report_.bad.push_back({line, std::move(reason)});
    }

    void remark(std::uint64_t line) {
        if (read_.remarks.empty()) return;
        ++report_.remarked;
        for (auto& words : read_.remarks)
            if (report_.remarks.size() < rows_listed) report_.remarks.push_back({line, std::move(words)});
    }

    std::string first_remark() const {
        if (report_.remarks.empty()) return {};
        const BadRow& first = report_.remarks.front();
        return "; the first in line " + std::to_string(first.line) + ": " + first.reason;
    }

    void count_change(ports::Change change) {
        switch (change) {
            case ports::Change::added:
                ++report_.added;
                if (before_ && additions_.size() < changes_listed)
                    additions_.push_back(addition_words(read_.article, currency_));
                return;
            case ports::Change::changed:
                ++report_.changed;
                if (before_ && report_.changes.size() < changes_listed)
                    if (const auto row = before_->find(read_.article.number.text()))
                        report_.changes.push_back(
                            change_words(before_->article(*row), read_.article, currency_));
                return;
            case ports::Change::unchanged:
                ++report_.unchanged;
                return;
            case ports::Change::repeated:
                read_.remarks.push_back("its number " + quoted(read_.article.number.text()) +
                                        " came before in this file; this later row is kept");
                return;
        }
    }

    catalogue::RowReader reader_;
    ports::CatalogueWriter& writer_;
    ImportReport& report_;
    std::function<void()> tell_;
    catalogue::ReadRow read_;
    std::uint64_t without_price_ = 0;
    std::shared_ptr<const catalogue::Catalogue> before_;
    Currency currency_;
    std::vector<std::string> additions_;
};

Result<> nothing_usable(const ImportReport& report, const std::string& path) {
    const bool usable = report.added + report.changed + report.unchanged > 0;
    if (usable) return {};
    if (report.rows == 0)
        return fail(ErrorKind::bad_input,
                    quoted(path) + " has a header line and no rows; export it with its articles.");
    if (report.bad.empty())
        return fail(ErrorKind::bad_input, "No row of " + quoted(path) + " is an article; check the mapping.");
    return fail(ErrorKind::bad_input, "Not one of the " + std::to_string(report.rows) + " rows of " +
                                          quoted(path) + " can be used. Line " +
                                          std::to_string(report.bad[0].line) + ": " + report.bad[0].reason +
                                          ".");
}

Result<> finish_import(Import& import, ports::CatalogueWriter& writer, const ImportRequest& request,
                       ImportMade& made) {
    MAKEGOOD_TRY(nothing_usable(made.report, request.path));
    import.finish();
    made.report.articles = made.report.added + made.report.changed + made.report.unchanged;
    if (request.dry_run) return {};
    auto finished = writer.finish();
    if (!finished) return fail(finished.error());
    made.report.articles = finished->articles;
    for (const auto& shared : finished->shared_gtins)
        made.report.notes.push_back("one barcode on several articles: " + shared);
    made.finished = std::move(*finished);
    return {};
}

}  // namespace

Result<ImportMade> make_import(ports::CatalogueFiles& catalogues, const std::string& current_file,
                               const Currency& currency, const std::vector<catalogue::Mapping>& presets,
                               const ImportRequest& request,
                               const std::function<void(const ImportProgress&)>& progress) {
    auto given = given_mapping(presets, request);
    if (!given) return fail(given.error());
    TableShape shape;
    if (*given) shape = {separator_of(**given), (*given)->encoding};
    auto file = TableFile::open(request.path, shape);
    if (!file) return fail(file.error());
    auto mapping = *given ? Result<catalogue::Mapping>(std::move(**given)) : recognised(presets, *file);
    if (!mapping) return fail(mapping.error());
    auto reader = catalogue::RowReader::bind(*mapping, file->headers(), currency);
    if (!reader) return fail(reader.error());

    ImportMade made;
    made.with_stock = reader->has_stock();
    made.report.dry_run = request.dry_run;
    made.report.notes = {file->description(), "read as " + quoted(mapping->name)};
    for (auto& note : reader->notes()) made.report.notes.push_back(std::move(note));

    auto writer = catalogues.begin(current_file);
    if (!writer) return fail(writer.error());
    Import import(std::move(*reader), **writer, made.report);
    if (request.dry_run) {
        auto before =
            current_file.empty() ? catalogue::Catalogue::Builder().build() : catalogues.load(current_file);
        if (!before) return fail(before.error());
        import.compare_with(std::move(*before), currency);
    }
    const auto tell = [&] { progress({file->bytes_done(), file->bytes_all(), made.report.rows}); };
    if (progress) import.on_rows(tell);
    MAKEGOOD_TRY(file->read(import));
    if (progress) tell();
    MAKEGOOD_TRY(finish_import(import, **writer, request, made));
    return made;
}

Result<> adopt_import(Desk& desk, const ImportMade& made, const PersonId& by) {
    if (!made.finished) return {};
    ports::CatalogueImported event;
    event.file = made.finished->file;
    event.digest = made.finished->digest;
    event.articles = made.report.articles;
    event.added = made.report.added;
    event.changed = made.report.changed;
    event.unchanged = made.report.unchanged;
    event.rejected = made.report.rejected;
    event.with_stock = made.with_stock;
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by}, event));
    if (made.with_stock) forget_given(desk);
    // An old file that can't be removed now is removed after the next import.
    (void)desk.catalogues.keep_only(event.file);
    return {};
}

}  // namespace makegood::service
