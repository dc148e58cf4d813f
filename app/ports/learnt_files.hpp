// What was learnt from receipts, on disk: one file each, made beside the current one and then chosen by an
// event, so that an import is whole or not there at all. Counts by article number only: nothing of a person,
// a basket or a time is kept.
#pragma once
#include <memory>
#include <string>

#include "app/base/result.hpp"
#include "app/core/catalogue/catalogue.hpp"
#include "app/core/substitute/learnt.hpp"

namespace makegood::ports {

// One line of a receipt, as core::catalogue::SalesReader tells it.
struct BoughtLine {
    std::uint64_t household = 0, basket = 0;
    core::catalogue::Row row = 0;
    bool household_known = false;
};

// Takes lines in any order and counts. What says who bought what lies in a nameless file until then, and goes
// with the writer.
class LearntWriter {
  public:
    virtual ~LearntWriter() = default;  // throws away what was not finished
    virtual Result<> add(const BoughtLine& line) = 0;
    // Durable under its final name: these lines, and what `base` had. `print` stands for the lines of this
    // import; refused when it is in `base` already, as they would count twice. Answers name and BLAKE2b-256
    // of the file, and what is in it altogether.
    struct Finished {
        std::string file, digest;
        std::uint64_t lines = 0, households = 0, articles = 0;
        std::uint64_t new_households = 0,
                      new_baskets = 0;  // of this import; baskets whose household is unknown
    };
    // Durable under its final name: these lines, and what `base` had. `print` stands for the lines of this
    // import; refused when it is in `base` already, as they would count twice. Once.
    virtual Result<Finished> finish(std::uint64_t print) = 0;
    // What finish would answer, but no file comes of it. Once, instead of finish.
    virtual Result<Finished> count(std::uint64_t print) = 0;
};

class LearntFiles {
  public:
    virtual ~LearntFiles() = default;
    // `base`: a file name, empty: nothing. Rows are of `articles`.
    virtual Result<std::unique_ptr<LearntWriter>> begin(
        const std::string& base, std::shared_ptr<const core::catalogue::Catalogue> articles) = 0;
    // For use with `articles`, which were loaded from `catalogue_file`. Any thread.
    virtual Result<std::shared_ptr<const core::substitute::Learnt>> load(
        const std::string& file, const core::catalogue::Catalogue& articles,
        const std::string& catalogue_file) = 0;
    // Removes those that were made before this one, and what a crash left half written.
    virtual Result<> keep_only(const std::string& file) = 0;
};

}  // namespace makegood::ports
