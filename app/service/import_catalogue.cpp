#include "app/service/import_catalogue.hpp"

#include "app/service/import_catalogue_rows.hpp"

namespace makegood::service {
namespace {

namespace catalogue = core::catalogue;

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
    return fail(
        ErrorKind::bad_input,
        "The columns of this file (" + headers + (file.headers().size() > 8 ? ", …" : "") +
            ") are not those of a known export; give a mapping file (makegood import catalogue --help shows "
            "one), or one of these presets: " +
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

Result<> nothing_usable(const ImportReport& report, const std::string& path) {
    const bool usable = report.added + report.changed + report.unchanged > 0;
    if (usable) return {};
    if (report.rows == 0)
        return fail(ErrorKind::bad_input,
                    quoted(path) + " has a header line and no rows; export it with its articles.");
    if (report.bad.empty())
        return fail(ErrorKind::bad_input, "No row of " + quoted(path) + " is an article; check the mapping.");
    const auto& first = report.bad[0];
    const std::string all =
        report.rows == 1 ? "The only row" : "Not one of the " + std::to_string(report.rows) + " rows";
    return fail(ErrorKind::bad_input, all + " of " + quoted(path) + " can" + (report.rows == 1 ? "'t" : "") +
                                          " be used. Line " + std::to_string(first.line) + ": " +
                                          first.reason + ".");
}

// Says what becomes of the articles that the file does not name, and takes them out where that is asked for.
Result<> look_after_absent(ports::CatalogueWriter& writer, const ImportRequest& request,
                           ImportReport& report) {
    const auto absent = writer.absent(changes_listed);
    if (!absent) return fail(absent.error());
    report.absent = absent->articles;
    if (absent->articles == 0) return {};
    const std::string which =
        "articles here that this file does not name: " + std::to_string(absent->articles) + "; ";
    if (!request.complete) {
        report.notes.push_back(which + "they stay as they are (--complete takes them out)");
        return {};
    }
    // A row that can't be read may be one of theirs.
    if (report.rejected > 0 || report.cut_off) {
        report.notes.push_back(which + "they stay, because rows of this file could not be read and may be " +
                               "theirs; mend those rows and import it again");
        return {};
    }
    report.taken_out = absent->articles;
    report.notes.push_back(which + (request.dry_run ? "they would be taken out" : "they are taken out"));
    if (!request.dry_run) return writer.take_out_absent();
    for (const auto& article : absent->first) report.changes.push_back("out: " + article);
    return {};
}

Result<> finish_import(ImportRows& import, ports::CatalogueWriter& writer, const ImportRequest& request,
                       ImportMade& made) {
    ImportReport& report = made.report;
    MAKEGOOD_TRY(nothing_usable(report, request.path));
    import.finish();
    MAKEGOOD_TRY(look_after_absent(writer, request, report));
    report.articles = report.added + report.changed + report.unchanged + report.absent - report.taken_out;
    if (request.dry_run) return {};
    auto finished = writer.finish();
    if (!finished) return fail(finished.error());
    report.articles = finished->articles;
    for (const auto& shared : finished->shared_gtins)
        report.notes.push_back("one barcode on several articles: " + shared);
    made.finished = std::move(*finished);
    return {};
}

// The catalogue as it stands. A file that is gone is as none: an import is the way back.
Result<std::shared_ptr<const catalogue::Catalogue>> standing(ports::CatalogueFiles& catalogues,
                                                             const std::string& file) {
    auto loaded = file.empty() ? catalogue::Catalogue::Builder().build() : catalogues.load(file);
    if (!loaded && loaded.error().kind == ErrorKind::not_found)
        return catalogue::Catalogue::Builder().build();
    return loaded;
}

Result<> check_there_is_something(const catalogue::RowReader& reader, const catalogue::Catalogue* before,
                                  const std::string& path) {
    if (reader.has_names() || before != nullptr) return {};
    return fail(ErrorKind::bad_input,
                quoted(path) +
                    " has no names in it, so it can only bring known articles up to date, "
                    "and there are none yet. Import the shop's whole export first, or name the column of "
                    "the names in a mapping file.");
}

void note_what_stays(const catalogue::RowReader& reader, const catalogue::Catalogue* before,
                     ImportReport& report) {
    if (before == nullptr) return;
    std::string fields;
    for (const auto& field : reader.silent_on()) fields += (fields.empty() ? "" : ", ") + field;
    if (!fields.empty()) report.notes.push_back("not in this file, so known articles keep theirs: " + fields);
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
    made.base = current_file;
    made.with_stock = reader->has_stock();
    made.report.dry_run = request.dry_run;
    made.report.notes = {file->description(), "read as " + quoted(mapping->name)};
    for (auto& note : reader->notes()) made.report.notes.push_back(std::move(note));

    std::shared_ptr<const catalogue::Catalogue> before;
    if (request.dry_run || !reader->silent_on().empty() || !reader->has_numbers()) {
        auto loaded = standing(catalogues, current_file);
        if (!loaded) return fail(loaded.error());
        if ((*loaded)->size() > 0) before = std::move(*loaded);
    }
    MAKEGOOD_TRY(check_there_is_something(*reader, before.get(), request.path));
    note_what_stays(*reader, before.get(), made.report);
    auto writer = catalogues.begin(current_file);
    if (!writer) {
        const auto base = standing(catalogues, current_file);  // names the damaged one, not its copy
        return fail(base ? writer.error() : base.error());
    }
    ImportRows import(std::move(*reader), std::move(before), **writer, made.report);
    if (request.dry_run) import.tell_changes(currency);
    const auto tell = [&] { progress({file->bytes_done(), file->bytes_all(), made.report.rows}); };
    if (progress) import.on_rows(tell);
    MAKEGOOD_TRY(file->read(import));
    made.report.cut_off = file->cut_off();
    if (progress) tell();
    MAKEGOOD_TRY(finish_import(import, **writer, request, made));
    return made;
}

tl::unexpected<Error> overtaken() {
    return fail(
        ErrorKind::refused,
        "Another import was finished while this one was read. Nothing of this one was taken; do it again.");
}

Result<> adopt_import(Desk& desk, const ImportMade& made, const PersonId& by) {
    if (!made.finished) return {};
    const auto current = desk.store.catalogue();
    if (!current) return fail(current.error());
    if ((*current ? (*current)->file : std::string()) != made.base) return overtaken();
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
