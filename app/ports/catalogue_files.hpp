// Catalogues on disk: one file each, made beside the current one and then chosen by an event, so an
// import is whole or not there at all and disturbs nobody.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/base/result.hpp"
#include "app/core/catalogue/catalogue.hpp"

namespace makegood::ports {

enum class Change : std::uint8_t {
    added,
    changed,
    unchanged,
    repeated,  // this writer was given the number before; the later article is kept
};

// Takes articles in any order; a number that comes again replaces the earlier one.
class CatalogueWriter {
  public:
    virtual ~CatalogueWriter() = default;  // throws away what was not finished
    virtual Result<Change> put(const core::catalogue::Article&) = 0;
    // Articles of the base that were not put so far: how many, and the first as "100101 Coconut oil".
    struct Absent {
        std::uint64_t articles = 0;
        std::vector<std::string> first;
    };
    virtual Result<Absent> absent(std::size_t listed) = 0;
    virtual Result<> take_out_absent() = 0;
    // Durable under its final name. Answers name and BLAKE2b-256 of the file.
    struct Finished {
        std::string file, digest;
        std::uint64_t articles = 0;
        std::vector<std::string> shared_gtins;  // barcodes that several articles bear; the first 20
    };
    virtual Result<Finished> finish() = 0;
};

class CatalogueFiles {
  public:
    virtual ~CatalogueFiles() = default;
    // A copy of `base` (a file name, empty: nothing) to put articles into.
    virtual Result<std::unique_ptr<CatalogueWriter>> begin(const std::string& base) = 0;
    // Reads a whole file into memory. Any thread.
    virtual Result<std::shared_ptr<const core::catalogue::Catalogue>> load(const std::string& file) = 0;
    // Removes those that were made before this one, and what a crash left half written.
    virtual Result<> keep_only(const std::string& file) = 0;
};

}  // namespace makegood::ports
