// Catalogues in a register's data folder: "catalogue-7.db", one SQLite file each. While one is being
// written it is called "catalogue-8.db.new" and counts for nothing.
#pragma once
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "app/ports/catalogue_files.hpp"

namespace makegood::db::terminal {

// begin, load and keep_only may be called from any thread; a writer is used by one. The folder exists.
class SqliteCatalogueFiles : public ports::CatalogueFiles {
  public:
    explicit SqliteCatalogueFiles(std::string folder) : folder_(std::move(folder)) {}

    // A base that is not there any more counts as nothing.
    Result<std::unique_ptr<ports::CatalogueWriter>> begin(const std::string& base) override;
    // not_found, or failed when it is damaged.
    Result<std::shared_ptr<const core::catalogue::Catalogue>> load(const std::string& file) override;
    // Files that are being written stay as well.
    Result<> keep_only(const std::string& file) override;

  private:
    Result<std::string> reserve_name();

    const std::string folder_;
    // Names being written; shared with the writers, which may outlive this.
    struct Building {
        std::mutex guard;
        std::set<std::string> names;
    };
    std::shared_ptr<Building> building_ = std::make_shared<Building>();
};

}  // namespace makegood::db::terminal
