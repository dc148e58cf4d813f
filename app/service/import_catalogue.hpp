// Puts a shop's export file into its catalogue.
#pragma once
#include <functional>

#include "app/core/catalogue/import_row.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

struct BadRow {
    std::uint64_t line = 0;  // of the file, from 1
    std::string reason;
};
struct ImportReport {
    std::uint64_t rows = 0, added = 0, changed = 0, unchanged = 0, rejected = 0, articles = 0;
    std::uint64_t passed_over = 0;  // rows that are no articles: pictures, parents of variants
    std::uint64_t remarked = 0;     // articles taken with a remark
    std::uint64_t absent = 0;       // articles of the catalogue that the file does not name
    std::uint64_t taken_out = 0;    // of those; the rest stays as it is
    std::vector<BadRow> bad;        // the first 1,000
    std::vector<BadRow> remarks;    // the first 1,000: what was put right or left out of a row that was taken
    std::vector<std::string> notes;    // what was recognised: encoding, separator, preset, columns
    std::vector<std::string> changes;  // of a dry run: the first 100, in words
    bool dry_run = false;
    bool cut_off = false;  // the file ends in the middle of its last row
};
struct ImportRequest {
    std::string path;
    std::optional<core::catalogue::Mapping> mapping;  // empty: found by the header line
    std::optional<std::string> preset;                // a named one
    bool dry_run = false;
    bool complete = false;  // the file names all articles of the shop: what it does not name is taken out
};
struct ImportProgress {
    std::uint64_t bytes_done = 0, bytes_all = 0, rows = 0;
};
// What an import makes before it becomes current.
struct ImportMade {
    ImportReport report;
    std::optional<ports::CatalogueWriter::Finished> finished;  // empty after a dry run
    std::string base;                                          // the file that was current; empty: none
    bool with_stock = false;
};
// When another import was adopted between make and adopt: its articles would be lost.
tl::unexpected<Error> overtaken();

// Of each list of changes so many are told.
inline constexpr std::size_t changes_listed = 100;

// Reads the file and writes the new catalogue beside the current one. Any thread; touches no Desk state.
// Articles keep what they had in fields that the file has no column for; an empty cell empties its field.
// Articles that the file does not name stay, unless it is complete and every row of it could be used.
// `progress` may be empty; it is called every few thousand rows. bad_input: the file can't be read as a
// table, no mapping fits its columns, or not one of its rows can be used; then nothing is left behind.
Result<ImportMade> make_import(ports::CatalogueFiles& catalogues, const std::string& current_file,
                               const Currency& currency, const std::vector<core::catalogue::Mapping>& presets,
                               const ImportRequest& request,
                               const std::function<void(const ImportProgress&)>& progress);
// Makes it current: one event. Desk thread. refused: another import was adopted meanwhile. The caller loads
// and hands over the catalogue afterwards.
Result<> adopt_import(Desk& desk, const ImportMade& made, const PersonId& by);

}  // namespace makegood::service
