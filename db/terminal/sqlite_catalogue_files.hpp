// Catalogues in a register's data folder: "catalogue-7.db", one SQLite file each.
#pragma once
#include <memory>
#include <string>

#include "app/ports/catalogue_files.hpp"
#include "db/terminal/image_file.hpp"
#include "db/terminal/numbered_files.hpp"

namespace makegood::db::terminal {

// begin, load and keep_only may be called from any thread; a writer is used by one. The folder exists.
class SqliteCatalogueFiles : public ports::CatalogueFiles {
  public:
    explicit SqliteCatalogueFiles(std::string folder) : files_(std::move(folder), "catalogue-") {}

    // A base that is not there any more counts as nothing.
    Result<std::unique_ptr<ports::CatalogueWriter>> begin(const std::string& base) override;
    // not_found, or failed when it is damaged.
    Result<std::shared_ptr<const core::catalogue::Catalogue>> load(const std::string& file) override;
    // Files that are being written stay as well.
    Result<> keep_only(const std::string& file) override;

    // Of the catalogue that was loaded last only what is asked for from now on is kept in memory. Making an
    // engine of it has read most of it once.
    void let_pages_go() const { image_.let_pages_go(); }

  private:
    // The image of a catalogue: null when there is none that fits.
    std::shared_ptr<const core::catalogue::Catalogue> open_image(const std::string& file);

    const NumberedFiles files_;
    LastImage image_;
};

}  // namespace makegood::db::terminal
