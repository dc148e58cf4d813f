#include "app/service/import_sales.hpp"

#include "app/core/catalogue/sales_row.hpp"
#include "app/service/table_file.hpp"

namespace makegood::service {
namespace {

namespace catalogue = core::catalogue;

constexpr std::size_t rows_listed = 1'000;
constexpr std::uint64_t rows_between_progress = 16'384;

std::string quoted(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

// Takes the lines of one file and counts what becomes of them.
class SalesRows : public TableVisitor {
  public:
    SalesRows(catalogue::SalesReader reader, const catalogue::Catalogue& articles,
              ports::LearntWriter& writer, SalesReport& report)
        : reader_(std::move(reader)), articles_(articles), writer_(writer), report_(report) {}

    void on_rows(std::function<void()> tell) { tell_ = std::move(tell); }

    Result<> row(const TableRow& row) override {
        count_row();
        const auto line = reader_.read(row.cells);
        if (!line) {
            reject(row.line, line.error().sentence);
            return {};
        }
        print_ += line->print;  // a sum, as the same receipts may come in another order
        if (line->returned) {
            ++report_.returned;
            return {};
        }
        const auto article = catalogue::row_of(*line, articles_);
        if (!article) {
            ++report_.unknown;
            list(row.line, "no article here has the number " + quoted(line->article.substr(0, 40)));
            return {};
        }
        ++report_.lines;
        return writer_.add({line->household, line->basket, *article, line->household_known});
    }
    void bad_line(std::uint64_t line, std::string reason) override {
        count_row();
        reject(line, std::move(reason));
    }
    std::uint64_t print() const { return print_; }

  private:
    void count_row() {
        if (++report_.rows % rows_between_progress == 0 && tell_) tell_();
    }
    void reject(std::uint64_t line, std::string reason) {
        ++report_.rejected;
        if (reason.ends_with('.')) reason.pop_back();  // told behind "line 7: "
        list(line, std::move(reason));
    }
    void list(std::uint64_t line, std::string reason) {
        if (report_.bad.size() < rows_listed) report_.bad.push_back({line, std::move(reason)});
    }

    catalogue::SalesReader reader_;
    const catalogue::Catalogue& articles_;
    ports::LearntWriter& writer_;
    SalesReport& report_;
    std::function<void()> tell_;
    std::uint64_t print_ = 0;
};

Result<catalogue::Mapping> mapping_for(const SalesRequest& request,
                                       const std::vector<catalogue::Mapping>& presets,
                                       const TableFile& file) {
    if (request.mapping) return *request.mapping;
    if (const auto* preset = catalogue::recognise(presets, file.headers())) return *preset;
    return fail(ErrorKind::bad_input,
                "The columns of this file are not named as Makegood names them (article, basket, household, "
                "quantity, value); say which is which in a mapping file (makegood import sales --help shows "
                "one).");
}

Result<> nothing_counted(const SalesReport& report, const std::string& path) {
    if (report.lines > 0) return {};
    if (report.rows == 0)
        return fail(ErrorKind::bad_input,
                    quoted(path) + " has a header line and no rows; export it with its receipts.");
    if (report.bad.empty())
        return fail(ErrorKind::bad_input, "All rows of " + quoted(path) +
                                              " are returns or corrections: nothing was bought. Check which "
                                              "columns are its quantity and its value.");
    const auto& first = report.bad[0];
    return fail(ErrorKind::bad_input, "Not one of the " + std::to_string(report.rows) + " rows of " +
                                          quoted(path) + " can be counted. Line " +
                                          std::to_string(first.line) + ": " + first.reason + ".");
}

void tell(const ports::LearntWriter::Finished& finished, SalesReport& report) {
    report.households = finished.new_households;
    report.baskets = finished.new_baskets;
    report.all_lines = finished.lines;
    report.all_households = finished.households;
    report.articles = finished.articles;
}

void note_counting(const catalogue::SalesReader& reader, bool adds, SalesReport& report) {
    for (const auto& note : reader.notes()) report.notes.push_back(note);
    if (!reader.has_households())
        report.notes.emplace_back(
            "no column says which receipts are of one household: what sells is learnt, what is bought "
            "instead "
            "is not");
    if (adds)
        report.notes.emplace_back(
            "added to what was learnt before; a household that was in it counts anew (--anew starts again)");
}

}  // namespace

Result<SalesMade> make_sales_import(ports::LearntFiles& learnt, const std::string& current_file,
                                    std::shared_ptr<const catalogue::Catalogue> articles,
                                    const std::vector<catalogue::Mapping>& presets,
                                    const SalesRequest& request,
                                    const std::function<void(const ImportProgress&)>& progress) {
    if (articles->size() == 0)
        return fail(
            ErrorKind::refused,
            "There are no articles yet, so nothing can be learnt of them. Import the catalogue first: "
            "makegood import catalogue FILE.");
    TableShape shape;
    if (request.mapping && !request.mapping->separator.empty())
        shape.separator = request.mapping->separator[0];
    if (request.mapping) shape.encoding = request.mapping->encoding;
    auto file = TableFile::open(request.path, shape);
    if (!file) return fail(file.error());
    const auto mapping = mapping_for(request, presets, *file);
    if (!mapping) return fail(mapping.error());
    auto reader = catalogue::SalesReader::bind(*mapping, file->headers());
    if (!reader) return fail(reader.error());

    SalesMade made;
    made.base = current_file;
    SalesReport& report = made.report;
    report.dry_run = request.dry_run;
    report.notes = {file->description(), "read as " + quoted(mapping->name)};
    const std::string base = request.anew ? std::string() : current_file;
    note_counting(*reader, !base.empty(), report);
    auto writer = learnt.begin(base, articles);
    if (!writer) return fail(writer.error());
    SalesRows rows(std::move(*reader), *articles, **writer, report);
    const auto tell_progress = [&] { progress({file->bytes_done(), file->bytes_all(), report.rows}); };
    if (progress) rows.on_rows(tell_progress);
    MAKEGOOD_TRY(file->read(rows));
    report.cut_off = file->cut_off();
    if (progress) tell_progress();
    MAKEGOOD_TRY(nothing_counted(report, request.path));
    if (report.returned > 0)
        report.notes.push_back("returns and corrections, which are not counted: " +
                               std::to_string(report.returned));
    // Half of a file would be counted twice when the whole of it comes.
    const bool only_look = request.dry_run || report.cut_off;
    auto counted = only_look ? (*writer)->count(rows.print()) : (*writer)->finish(rows.print());
    if (!counted) return fail(counted.error());
    tell(*counted, report);
    if (!only_look) made.finished = std::move(*counted);
    return made;
}

Result<> adopt_sales(Desk& desk, const SalesMade& made, const PersonId& by) {
    if (!made.finished) return {};
    const auto current = desk.store.sales();
    if (!current) return fail(current.error());
    if ((*current ? (*current)->file : std::string()) != made.base) return overtaken();
    const ports::SalesImported event{made.finished->file, made.finished->digest, made.finished->lines,
                                     made.finished->households, made.finished->articles};
    return desk.store.commit({desk.clock.now(), by}, event);
}

}  // namespace makegood::service
