// Counts the lines of receipts into a file that nobody reads yet.
#pragma once
#include <functional>

#include "app/ports/learnt_files.hpp"
#include "db/terminal/plain_sqlite.hpp"

namespace makegood::db::terminal {

class SqliteLearntWriter : public ports::LearntWriter {
  public:
    struct Place {
        std::string folder, name;  // under which it is finished
        std::string path() const { return folder + "/" + name; }
        std::string building() const { return path() + ".new"; }
    };
    // The file at place.building() is there: empty, or a copy of what to add to. `gone` is called at the end,
    // whether finished or thrown away.
    static Result<std::unique_ptr<ports::LearntWriter>> start(
        Place place, std::shared_ptr<const core::catalogue::Catalogue> articles, std::function<void()> gone);
    ~SqliteLearntWriter() override;

    Result<> add(const ports::BoughtLine& line) override;
    Result<Finished> finish(std::uint64_t print) override;
    Result<Finished> count(std::uint64_t print) override;

  private:
    using Articles = std::shared_ptr<const core::catalogue::Catalogue>;
    SqliteLearntWriter(Place place, Articles articles, std::function<void()> gone);
    Result<> open_lines();
    Result<> open_counts();
    Result<> must_be_new(std::uint64_t print);
    Result<std::shared_ptr<const core::substitute::Learnt>> learn(Finished& finished);
    Result<std::vector<std::int64_t>> add_articles(const core::substitute::Learnt& learnt);
    Result<> add_pairs(const core::substitute::Learnt& learnt, const std::vector<std::int64_t>& ids);
    Result<> add_import(std::uint64_t print, const Finished& finished);
    Result<> add_up(Finished& finished);

    const Place place_;
    const PlainFile file_;
    const Articles articles_;
    std::function<void()> gone_;
    SqliteHandle lines_;  // nameless: gone with its handle, also when the machine stops
    SqliteStatement add_line_;
    std::uint64_t added_ = 0;
    SqliteHandle counts_;
};

}  // namespace makegood::db::terminal
