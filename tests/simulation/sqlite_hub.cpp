#include <stdexcept>

#include "db/engine/migrations.hpp"
#include "db/server/hub_tables.hpp"
#include "db/server/receiver_schema.hpp"
#include "tests/simulation/sqlite_shelf.hpp"
#include "tests/simulation/torn_commit.hpp"
#include "tests/support/register_files.hpp"

namespace makegood::simulation {
namespace {

using tests::must;

class HubInSqlite : public HubShelf {
  public:
    explicit HubInSqlite(HubBook book) : connection_(must(db::engine::Connection::open(":memory:"))) {
        must(db::engine::migrate(*connection_, db::server::receiver_migrations()));
        write([&](HubBook& fresh) { return fresh = std::move(book), true; }, Fate::whole);
    }
    const HubBook& book() const override { return state_.book; }
    bool write(const std::function<bool(HubBook&)>& change, Fate fate) override {
        auto now = state_;
        if (!change(now.book)) return false;
        const TornCommit torn(*connection_, fate);
        const auto written = connection_->transaction([&]() -> Result<> {
            db::server::write_hub(*connection_, state_, now);
            return {};
        });
        // Where no row changes, SQLite has nothing to commit and so nothing to tear.
        if (fate == Fate::torn && (!written || state_.book == now.book)) return false;
        must(written);
        if (fate == Fate::torn) throw std::runtime_error("a torn commit of a hub was written");
        state_ = must(connection_->guarded(
            [&]() -> Result<ports::HubState> { return db::server::read_hub(*connection_); }));
        if (state_.book != now.book) throw std::runtime_error("a hub's book is not read as written");
        return true;
    }

  private:
    std::unique_ptr<db::engine::Connection> connection_;
    ports::HubState state_;
};

}  // namespace

std::unique_ptr<HubShelf> ShelvesInSqlite::for_hub(HubBook book) {
    return std::make_unique<HubInSqlite>(std::move(book));
}

}  // namespace makegood::simulation
