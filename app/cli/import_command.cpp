#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/config/mapping.hpp"
#include "app/service/import_catalogue.hpp"

namespace makegood::cli {
namespace {

struct Options {
    std::string file, preset, mapping;
    bool dry_run = false, complete = false, anew = false;
};

constexpr std::size_t rows_said = 20;

wire::Json json_of(const std::vector<service::BadRow>& rows) {
    std::vector<wire::Json> list;
    for (const auto& row : rows)
        list.push_back(wire::Json::object({{"line", row.line}, {"reason", row.reason}}));
    return wire::Json::array(list);
}

wire::Json json_of(const service::ImportReport& report) {
    const std::vector<wire::Json> notes(report.notes.begin(), report.notes.end());
    const std::vector<wire::Json> changes(report.changes.begin(), report.changes.end());
    return wire::Json::object({{"rows", report.rows},
                               {"added", report.added},
                               {"changed", report.changed},
                               {"unchanged", report.unchanged},
                               {"rejected", report.rejected},
                               {"passed_over", report.passed_over},
                               {"remarked", report.remarked},
                               {"absent", report.absent},
                               {"taken_out", report.taken_out},
                               {"cut_off", report.cut_off},
                               {"articles", report.articles},
                               {"dry_run", report.dry_run},
                               {"notes", wire::Json::array(notes)},
                               {"changes", wire::Json::array(changes)},
                               {"bad", json_of(report.bad)},
                               {"remarks", json_of(report.remarks)}});
}

void say_rows(const Call& call, const char* heading, const std::vector<service::BadRow>& rows,
              std::uint64_t all) {
    if (all == 0) return;
    call.say("{}", heading);
    for (std::size_t i = 0; i < std::min(rows.size(), rows_said); ++i)
        call.say("  line {}: {}", rows[i].line, rows[i].reason);
    if (all > rows_said) call.say("  and {} more; --json tells the first 1,000", all - rows_said);
}

void say_report(const Call& call, const service::ImportReport& report) {
    for (const auto& note : report.notes) call.say("  {}", note);
    for (const auto& change : report.changes) call.say("  {}", change);
    say_rows(call, "Taken, with a remark:", report.remarks, report.remarked);
    say_rows(call, "Not taken:", report.bad, report.rejected);
    call.say("{}{} {}: {} added, {} changed, {} unchanged, {} not taken.{}",
             report.dry_run ? "Nothing was written. " : "", report.rows, report.rows == 1 ? "row" : "rows",
             report.added, report.changed, report.unchanged, report.rejected,
             report.taken_out > 0 ? fmt::format(" {} taken out.", report.taken_out) : "");
}

// Tells how far it is, once a second, to standard error.
auto progress_to(const Call& call) {
    using Clock = std::chrono::steady_clock;
    return [&call, last = Clock::now()](const service::ImportProgress& progress) mutable {
        if (Clock::now() - last < std::chrono::seconds(1)) return;
        last = Clock::now();
        const auto percent = progress.bytes_all == 0 ? 0 : progress.bytes_done * 100 / progress.bytes_all;
        const auto document = wire::Json::object({{"percent_read", percent}, {"rows", progress.rows}});
        call.output.err(call.json ? document.text() + "\n"
                                  : fmt::format("{} % read, {} rows\n", percent, progress.rows));
    };
}

Result<service::ImportRequest> request_of(const Options& options, const Call& call) {
    service::ImportRequest request;
    request.path = call.path(options.file);
    request.dry_run = options.dry_run;
    request.complete = options.complete;
    if (!options.preset.empty()) request.preset = options.preset;
    if (options.mapping.empty()) return request;
    auto mapping = config::load_mapping(call.path(options.mapping));
    if (!mapping) return fail(mapping.error());
    request.mapping = std::move(*mapping);
    return request;
}

Result<> import_it(const Options& options, const Call& call) {
    const auto request = request_of(options, call);
    if (!request) return fail(request.error());
    const auto made = call.machine().make_import(*request, progress_to(call));
    if (!made) return fail(made.error());
    if (made->finished) MAKEGOOD_TRY(call.machine().adopt_import(*made, call.by));
    if (call.json)
        call.answer(json_of(made->report));
    else
        say_report(call, made->report);
    if (!made->report.cut_off) return {};
    return fail(ErrorKind::refused,
                "The file ends in the middle of its last row: it was cut off, and articles may be missing. " +
                    std::string(options.dry_run ? "Export it again."
                                                : "The rows before it were taken; export it "
                                                  "again and import the whole file."));
}

wire::Json json_of(const service::SalesReport& report) {
    const std::vector<wire::Json> notes(report.notes.begin(), report.notes.end());
    return wire::Json::object({{"rows", report.rows},
                               {"lines", report.lines},
                               {"returned", report.returned},
                               {"unknown", report.unknown},
                               {"rejected", report.rejected},
                               {"households", report.households},
                               {"baskets_without_household", report.baskets},
                               {"all_lines", report.all_lines},
                               {"all_households", report.all_households},
                               {"articles", report.articles},
                               {"dry_run", report.dry_run},
                               {"notes", wire::Json::array(notes)},
                               {"bad", json_of(report.bad)}});
}

void say_report(const Call& call, const service::SalesReport& report) {
    for (const auto& note : report.notes) call.say("  {}", note);
    say_rows(call, "Not counted:", report.bad, report.unknown + report.rejected);
    call.say("{}{} lines of {} households{} were counted; {} of articles that are not here, {} not readable.",
             report.dry_run ? "Nothing was written. " : "", report.lines, report.households,
             report.baskets > 0 ? fmt::format(" and {} baskets without one", report.baskets) : "",
             report.unknown, report.rejected);
    call.say("Learnt altogether: {} lines of {} households, {} articles.", report.all_lines,
             report.all_households, report.articles);
}

Result<> import_sales(const Options& options, const Call& call) {
    service::SalesRequest request;
    request.path = call.path(options.file);
    request.dry_run = options.dry_run;
    request.anew = options.anew;
    if (!options.mapping.empty()) {
        auto mapping = config::load_mapping(call.path(options.mapping), config::MappingOf::receipts);
        if (!mapping) return fail(mapping.error());
        request.mapping = std::move(*mapping);
    }
    const auto made = call.machine().make_sales_import(request, progress_to(call));
    if (!made) return fail(made.error());
    if (made->report.cut_off)
        return fail(
            ErrorKind::refused,
            "The file ends in the middle of its last row: it was cut off, and receipts may be missing. "
            "Nothing was counted; export it again and import the whole file.");
    if (made->finished) MAKEGOOD_TRY(call.machine().adopt_sales(*made, call.by));
    if (call.json)
        call.answer(json_of(made->report));
    else
        say_report(call, made->report);
    return {};
}

constexpr std::string_view mapping_help = R"(
Columns of known systems are recognised by their names. For any other file, write a mapping file once:

  name = "my shop"
  [columns]                  # what Makegood wants = how your file names that column
  number = "SKU"             # or only gtin, where the shop has no numbers of its own
  gtin = "Barcode"
  name = "Title + Variant"   # two columns joined
  category = ["Department", "Group"]
  price = ["Sale price", "Price"]   # the first that is not empty
  cost = "Unit cost"
  stock = "On hand"
  place = "Shelf"
  # also: brand, tier (of the brand: National, Private), size, size_unit, labels,
  # allergens, traces (of allergens)

and give it with --mapping my-shop.toml. First try it with --dry-run.

An empty cell empties what an article had; a column that the file has not leaves it as it was.
)";

constexpr std::string_view sales_help = R"(
One line for each article that was bought. The columns are found by their names (article or gtin, basket,
household, quantity, value, time); where they are called otherwise, a mapping file says so:

  name = "my receipts"
  [columns]
  article = "PLU"            # or gtin
  basket = "Receipt no"      # or only time
  household = "Loyalty card" # may be missing: then what sells is learnt, but not what is bought instead
  quantity = "Pieces"        # nothing or less: a return or a correction, which is not counted
  value = "Amount"           # likewise

and is given with --mapping my-receipts.toml. First try it with --dry-run.

Nothing about persons is kept: while the file is read its households are numbers in a nameless file that is
gone at the end, and what stays is counts of articles. So a household that comes again in a later file counts
anew.
)";

std::string preset_help(const std::string& shipped) {
    if (shipped.empty()) return {};
    return "\nA whole example with every key: " + shipped +
           "/mapping-example.toml\nShipped presets: " + shipped + "/presets\n";
}

}  // namespace

void add_import(CLI::App& app, Call& call) {
    auto* import = app.add_subcommand("import", "Takes in a file from another system");
    import->require_subcommand(1);
    auto options = std::make_shared<Options>();
    auto* catalogue = import->add_subcommand("catalogue", "Articles: a CSV export, as it is");
    catalogue->add_option("FILE", options->file, "The file")->required();
    catalogue->add_option("--preset", options->preset,
                          "Read it like an export of this system (else: found out)");
    catalogue->add_option("--mapping", options->mapping, "A file that says which column holds what");
    catalogue->add_flag("--dry-run", options->dry_run, "Only say what would change");
    catalogue->add_flag("--complete", options->complete,
                        "The file names all articles: those that it does not name are taken out");
    catalogue->footer(std::string(mapping_help) + preset_help(call.shipped));
    catalogue->callback(
        [options, &call] { call.chosen = [options, &call] { return import_it(*options, call); }; });

    auto* sales = import->add_subcommand("sales", "Receipts: what households buy, and what they buy instead");
    sales->add_option("FILE", options->file, "A CSV export, as it is; may be packed with gzip")->required();
    sales->add_option("--mapping", options->mapping, "A file that says which column holds what");
    sales->add_flag("--dry-run", options->dry_run, "Only say what would be counted");
    sales->add_flag("--anew", options->anew, "Forget what was learnt before (else: add to it)");
    sales->footer(std::string(sales_help));
    sales->callback(
        [options, &call] { call.chosen = [options, &call] { return import_sales(*options, call); }; });
}

}  // namespace makegood::cli
