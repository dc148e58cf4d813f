// Puts articles into a catalogue file that nobody reads yet.
#pragma once
#include <functional>
#include <vector>

#include "app/ports/catalogue_files.hpp"
#include "db/terminal/catalogue_table.hpp"

namespace makegood::db::terminal {

class SqliteCatalogueWriter : public ports::CatalogueWriter {
  public:
    struct Place {
        std::string folder, name;  // under which it is finished
        std::string path() const { return folder + "/" + name; }
        std::string building() const { return path() + ".new"; }
    };
    // The file at place.building() is there: empty, or a copy of the catalogue to start from. `gone` is
    // called at the end, whether finished or thrown away.
    static Result<std::unique_ptr<ports::CatalogueWriter>> start(Place place, std::function<void()> gone);
    ~SqliteCatalogueWriter() override;

    Result<ports::Change> put(const core::catalogue::Article& article) override;
    Result<Absent> absent(std::size_t listed) override;
    Result<> take_out_absent() override;
    Result<Finished> finish() override;

  private:
    SqliteCatalogueWriter(Place place, std::function<void()> gone)
        : place_(std::move(place)), file_(place_.path()), gone_(std::move(gone)) {}
    Result<> begin();
    void describe(const core::catalogue::Article& article);
    void bind(sqlite3_stmt* statement, const core::catalogue::Article& article);
    Result<ports::Change> insert(const core::catalogue::Article& article);
    Result<ports::Change> replace(const core::catalogue::Article& article);
    Result<ports::Change> note_replaced(std::int64_t id, bool same);
    Result<> each_absent(const std::function<Result<>(sqlite3_stmt* row)>& visit);
    Result<> count(Finished& finished);
    tl::unexpected<Error> trouble() { return plain_trouble(database_.get(), file_); }

    const Place place_;
    const PlainFile file_;
    std::function<void()> gone_;
    SqliteHandle database_;
    SqliteStatement insert_, find_, update_;
    std::int64_t last_of_base_ = 0;  // greatest id that was there before
    std::vector<bool> seen_;         // articles of the base that this writer was given, by id
    std::string category_, labels_, allergens_, printed_;
    std::int64_t print_ = 0;
};

}  // namespace makegood::db::terminal
