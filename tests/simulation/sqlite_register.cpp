#include <cstdio>
#include <cstdlib>

#include "app/ports/rights_change.hpp"
#include "app/wire/json_event_codec.hpp"
#include "db/terminal/rebuild.hpp"
#include "db/terminal/terminal_store.hpp"
#include "tests/simulation/sqlite_shelf.hpp"
#include "tests/simulation/torn_commit.hpp"
#include "tests/support/register_files.hpp"

namespace makegood::simulation {
namespace {

using db::engine::Connection;
using tests::must;

std::unique_ptr<Connection> in_memory() {
    return must(Connection::open(":memory:"));
}

class RegisterInSqlite : public RegisterShelf {
  public:
    explicit RegisterInSqlite(const RegisterBook& book) : name_(book.device), connection_(in_memory()) {
        open();
        must(store_->commit(ports::Stamp{},
                            ports::ShopOpened{"Shop", name_.text(), "EUR", "UTC", signer_.public_key_hex()}));
        load();
    }
    RegisterInSqlite(const RegisterInSqlite& original)
        : name_(original.name_),
          signer_(original.signer_),
          connection_(in_memory()),
          marker_(original.marker_) {
        auto* copying = sqlite3_backup_init(connection_->database().getHandle(), "main",
                                            original.connection_->database().getHandle(), "main");
        sqlite3_backup_step(copying, -1);
        sqlite3_backup_finish(copying);
        open();
        load();
    }

    const RegisterBook& book() const override { return rights_.book; }

    bool write(const std::function<bool(RegisterBook&)>& change, std::uint64_t entry, Fate fate) override {
        auto now = rights_;
        if (!change(now.book)) return false;
        auto events = ports::rights_changes(rights_, now, "pots", must(store_->head()));
        // An entry is written for every step, as the product does: the model counts them.
        if (events.empty())
            events.push_back({"pots", now.book.epoch, now.book.hub_epoch, now.book.frozen, 0, {}, {}, {}});
        if (events.size() > 1) throw std::runtime_error("a step has more pots than an event holds");
        const TornCommit torn(*connection_, fate);
        const auto written = store_->commit({Instant{}, {}, std::to_string(entry)}, events.front());
        if (!written && fate == Fate::torn) return false;
        must(written);
        marker_ = now.book.marker;
        load();
        if (rights_.book != now.book) throw std::runtime_error("what was read is not what was written");
        return true;
    }

    Position at() const override {
        const auto head = must(store_->head());
        return {head.sequence - skipped(head.epoch), head.sequence == skipped(head.epoch) ? "" : head.hash};
    }
    std::string hash_at(std::uint64_t sequence) const override {
        const auto head = must(store_->head());
        const auto wanted = sequence + skipped(head.epoch);
        if (sequence == 0 || wanted > head.sequence) return {};
        return must(store_->segment(wanted, 1)).front().hash;
    }
    std::unique_ptr<RegisterShelf> copy() const override { return std::make_unique<RegisterInSqlite>(*this); }

    ~RegisterInSqlite() override {
        const auto report = must(db::terminal::check_rebuild(*connection_, codec_));
        if (!report.differences.empty())
            std::fprintf(stderr, "%s\n", report.differences.front().c_str()), std::abort();
    }

  private:
    // The event that opens the shop is none of the simulation's.
    static std::uint64_t skipped(std::uint32_t epoch) { return epoch == 1 ? 1 : 0; }

    void open() {
        store_ = must(db::terminal::TerminalStore::open(*connection_, codec_, signer_, folder_->path()));
    }
    void load() {
        rights_ = must(store_->rights());
        rights_.book.device = name_;
        rights_.book.marker = marker_;
    }

    DeviceId name_;
    ports::EventCodec codec_ = wire::event_codec();
    db::terminal::DeviceSigner signer_{db::terminal::Key::random()};
    std::unique_ptr<tests::ScratchFolder> folder_ = std::make_unique<tests::ScratchFolder>();
    std::unique_ptr<Connection> connection_;
    std::unique_ptr<db::terminal::TerminalStore> store_;
    BootMarker marker_;
    ports::Rights rights_;
};

}  // namespace

std::unique_ptr<RegisterShelf> ShelvesInSqlite::for_register(RegisterBook book) {
    return std::make_unique<RegisterInSqlite>(book);
}

}  // namespace makegood::simulation
