// Takes the rows of one file into a new catalogue and counts what becomes of them.
#pragma once
#include <functional>

#include "app/service/import_catalogue.hpp"
#include "app/service/table_file.hpp"

namespace makegood::service {

class ImportRows : public TableVisitor {
  public:
    // `before` is the catalogue as it stands; null: none, or this file says all there is to say of an
    // article.
    ImportRows(core::catalogue::RowReader reader, std::shared_ptr<const core::catalogue::Catalogue> before,
               ports::CatalogueWriter& writer, ImportReport& report)
        : reader_(std::move(reader)), before_(std::move(before)), writer_(writer), report_(report) {}

    // Words for every change, as a dry run tells them.
    void tell_changes(const Currency& currency) { told_in_ = currency; }
    void on_rows(std::function<void()> tell) { tell_ = std::move(tell); }

    Result<> row(const TableRow& row) override;
    void bad_line(std::uint64_t line, std::string reason) override;
    // Adds the notes and changes that are known only after the last row.
    void finish();

  private:
    // Of the catalogue as it stands, the article that was read.
    std::optional<core::catalogue::Row> known() const;
    Result<> complete_from(std::optional<core::catalogue::Row> known);
    void count_row();
    void reject(std::uint64_t line, std::string reason);
    void remark(std::uint64_t line);
    std::string first_remark() const;
    void count_change(ports::Change change, std::optional<core::catalogue::Row> known);
    void tell_change(std::optional<core::catalogue::Row> known);

    core::catalogue::RowReader reader_;
    std::shared_ptr<const core::catalogue::Catalogue> before_;
    ports::CatalogueWriter& writer_;
    ImportReport& report_;
    std::function<void()> tell_;
    std::optional<Currency> told_in_;
    core::catalogue::ReadRow read_;
    std::uint64_t without_price_ = 0;
    std::vector<std::string> additions_;
};

}  // namespace makegood::service
