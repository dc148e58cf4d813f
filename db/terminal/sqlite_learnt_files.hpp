// What was learnt from receipts, in a register's data folder: "learnt-3.db", one SQLite file each.
#pragma once
#include "app/ports/learnt_files.hpp"
#include "db/terminal/image_file.hpp"
#include "db/terminal/numbered_files.hpp"

namespace makegood::db::terminal {

// begin, load and keep_only may be called from any thread; a writer is used by one. The folder exists.
class SqliteLearntFiles : public ports::LearntFiles {
  public:
    explicit SqliteLearntFiles(std::string folder) : files_(std::move(folder), "learnt-") {}

    // not_found when the base is not there any more, failed when it is damaged.
    Result<std::unique_ptr<ports::LearntWriter>> begin(
        const std::string& base, std::shared_ptr<const core::catalogue::Catalogue> articles) override;
    // Likewise. An image beside the file saves the reading as long as file and catalogue are the same.
    Result<std::shared_ptr<const core::substitute::Learnt>> load(const std::string& file,
                                                                 const core::catalogue::Catalogue& articles,
                                                                 const std::string& catalogue_file) override;
    Result<> keep_only(const std::string& file) override { return files_.keep_only(file); }

    // As of catalogues: what the making of an engine read does not stay in memory.
    void let_pages_go() const { image_.let_pages_go(); }

  private:
    Result<> must_be_there(const std::string& file) const;

    const NumberedFiles files_;
    LastImage image_;
};

}  // namespace makegood::db::terminal
