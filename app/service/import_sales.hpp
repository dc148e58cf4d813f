// Learns from a file of receipts what households buy instead. Counts are kept, nothing about persons.
#pragma once
#include <functional>

#include "app/ports/learnt_files.hpp"
#include "app/service/import_catalogue.hpp"

namespace makegood::service {

struct SalesReport {
    std::uint64_t rows = 0;
    std::uint64_t lines = 0;                    // counted
    std::uint64_t returned = 0;                 // returns and corrections: not counted
    std::uint64_t unknown = 0;                  // of articles that are not in the catalogue
    std::uint64_t rejected = 0;                 // can't be read
    std::uint64_t households = 0, baskets = 0;  // of this file; baskets whose household is not known
    // Learnt altogether.
    std::uint64_t all_lines = 0, all_households = 0, articles = 0;
    std::vector<BadRow> bad;         // the first 1,000 that were not counted and are no returns
    std::vector<std::string> notes;  // what was recognised: encoding, separator, columns
    bool dry_run = false;
    bool cut_off = false;  // the file ends in the middle of its last row
};
struct SalesRequest {
    std::string path;
    std::optional<core::catalogue::Mapping> mapping;  // empty: found by the header line
    bool dry_run = false;
    bool anew = false;  // what was learnt before is forgotten
};
struct SalesMade {
    SalesReport report;
    std::optional<ports::LearntWriter::Finished> finished;  // empty after a dry run, or of a file cut off
    std::string base;                                       // the file that was current; empty: none
};

// Reads the file and writes what it teaches beside what is current. `articles` are the catalogue as it
// stands. Any thread; touches no Desk state. refused: these receipts were taken in before, or there are no
// articles. bad_input: as make_import says, or not one line can be counted; then nothing is left behind.
Result<SalesMade> make_sales_import(ports::LearntFiles& learnt, const std::string& current_file,
                                    std::shared_ptr<const core::catalogue::Catalogue> articles,
                                    const std::vector<core::catalogue::Mapping>& presets,
                                    const SalesRequest& request,
                                    const std::function<void(const ImportProgress&)>& progress);
// Makes it current: one event. Desk thread. refused: another import was adopted meanwhile. The caller loads
// and hands it over afterwards.
Result<> adopt_sales(Desk& desk, const SalesMade& made, const PersonId& by);

}  // namespace makegood::service
