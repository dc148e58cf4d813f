#include "db/terminal/terminal_store.hpp"

#include "app/base/check.hpp"
#include "db/engine/migrations.hpp"
#include "db/terminal/columns.hpp"
#include "db/terminal/folder_names.hpp"
#include "db/terminal/rebuild.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/schema.hpp"

namespace makegood::db::terminal {
namespace {

constexpr const char* acknowledged_setting = "sync.acknowledged";
constexpr const char* tables_key = "tables.made_by_step";

// Of an epoch: its events are counted from 1.
std::string acknowledged_key(std::uint32_t epoch) {
    return epoch == 1 ? acknowledged_setting : acknowledged_setting + ("." + std::to_string(epoch));
}

std::uint64_t drafted_number(const ports::Event& event) {
    if (const auto* given = std::get_if<ports::RecoveryGiven>(&event))
        return given->voucher ? running_number(given->voucher->serial) : 0;
    if (const auto* replaced = std::get_if<ports::VoucherReplaced>(&event))
        return running_number(replaced->voucher.serial);
    return 0;
}

tl::unexpected<Error> number_taken(const std::string& serial) {
    return fail(ErrorKind::refused,
                "The voucher number " + serial +
                    " was used before. Set a range of numbers in shop.toml under [register] that "
                    "was never used.");
}

}  // namespace

Result<std::unique_ptr<TerminalStore>> TerminalStore::open(engine::Connection& connection,
                                                           const ports::EventCodec& codec,
                                                           const DeviceSigner& device,
                                                           const std::filesystem::path& folder) {
    MAKEGOOD_TRY(engine::migrate(connection, register_migrations()));
    std::unique_ptr<TerminalStore> store(new TerminalStore(connection, codec, device, folder));
    MAKEGOOD_TRY(store->load());
    return store;
}

TerminalStore::TerminalStore(engine::Connection& connection, const ports::EventCodec& codec,
                             const DeviceSigner& device, const std::filesystem::path& folder)
    : connection_(connection),
      codec_(codec),
      journal_(connection, codec, device),
      projector_(connection),
      money_(connection),
      mark_(folder / head_mark_name, device.head_key()),
      check_(connection, codec, device) {}

TerminalStore::~TerminalStore() {
    (void)mark_.set(journal_.head());
}

// A folder of an earlier version has its journal, but not yet these tables.
Result<> TerminalStore::bring_tables_up() {
    const auto step = std::to_string(register_migrations().size());
    const auto made = setting(tables_key);
    if (!made) return fail(made.error());
    if (*made == step) return {};
    if (const auto tables = make_tables(connection_, codec_); !tables) return fail(tables.error());
    return set_setting(tables_key, step);
}

Result<> TerminalStore::load() {
    MAKEGOOD_TRY(journal_.load());
    MAKEGOOD_TRY(bring_tables_up());
    MAKEGOOD_TRY(mark_.check(connection_));
    MAKEGOOD_TRY(read_tables());
    return mark_.set(journal_.head());
}

// What is kept in memory of the tables.
Result<> TerminalStore::read_tables() {
    return connection_.guarded([&]() -> Result<> {
        auto greatest = connection_.query(
            "SELECT coalesce(max(CAST(substr(serial, 4 + instr(substr(serial, 4), '-')) AS INTEGER)), 0) "
            "FROM vouchers");
        if (greatest.step()) take(greatest, greatest_voucher_);
        open_.look(connection_);
        return {};
    });
}

Result<> TerminalStore::look_further(std::size_t events, CivilDate today) {
    if (check_.done() && checked_on_ != today) check_.begin_again();
    checked_on_ = today;
    return check_.step(events);
}

Result<> TerminalStore::make_tables_anew() {
    if (const auto made = make_tables(connection_, codec_); !made) return fail(made.error());
    projector_.forget();
    check_.begin_again();
    return read_tables();
}

Result<> TerminalStore::commit(const ports::Stamp& stamp, std::span<const ports::Event> events) {
    return commit_with(stamp, events, nullptr);
}

Result<> TerminalStore::commit(const ports::Stamp& stamp, const ports::Event& event,
                               const std::function<Result<>()>& beside) {
    return commit_with(stamp, std::span(&event, 1), &beside);
}

Result<> TerminalStore::commit_with(const ports::Stamp& stamp, std::span<const ports::Event> events,
                                    const std::function<Result<>()>* beside) {
    MAKEGOOD_TRY(check_.found());
    auto stamped = stamp;
    if (draw_ && stamped.drawn.empty()) stamped.drawn = draw_();
    const auto links = journal_.chain(stamped, events);
    if (!links) return fail(links.error());
    const auto committed = connection_.transaction([&]() -> Result<> {
        // First: it may be refused, which no event is.
        const auto done = beside == nullptr ? Result<>() : (*beside)();
        return done ? write(stamped, events, *links) : done;
    });
    if (!committed) {
        projector_.forget();
        return committed;
    }
    journal_.advance(*links, stamp.at);
    for (const auto& event : events) {
        greatest_voucher_ = std::max(greatest_voucher_, drafted_number(event));
        open_.note(event);
    }
    return {};
}

Result<> TerminalStore::write(const ports::Stamp& stamp, std::span<const ports::Event> events,
                              std::span<const Journal::Link> links) {
    journal_.write(links);
    try {
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (!projector_.has_money_for(events[i]))
                throw Contradiction("gives more than the limit of its period");
            projector_.apply(links[i].place(), stamp, events[i]);
        }
    } catch (const VoucherNumberTaken& taken) {
        return number_taken(taken.what());
    } catch (const Contradiction& contradiction) {
        std::fprintf(stderr, "an event contradicts the state: %s\n", contradiction.what());
        MAKEGOOD_CHECK(!"an event contradicts the state");
    }
    return {};
}

Result<ports::Shop> TerminalStore::shop() {
    return connection_.guarded([&]() -> Result<ports::Shop> {
        auto row = connection_.query("SELECT store, register_name, currency, time_zone FROM shop");
        if (!row.step())
            return fail(ErrorKind::not_found,
                        "There is no shop in this folder yet. Make one with: makegood init --store NAME "
                        "--currency CUR");
        ports::Shop shop;
        take_all(row, shop.store, shop.register_name, shop.currency, shop.time_zone);
        shop.device = journal_.device();
        shop.epoch = journal_.head().epoch;
        return shop;
    });
}

Result<ports::JournalMark> TerminalStore::head() {
    return journal_.head();
}

Result<std::optional<Instant>> TerminalStore::last_event_at() {
    return journal_.last_event_at();
}

Result<std::optional<core::budget::BelievedTime>> TerminalStore::believed_time() {
    return connection_.guarded([&]() -> Result<std::optional<core::budget::BelievedTime>> {
        const auto last = journal_.last_event_at();
        if (!last) return std::optional<core::budget::BelievedTime>();
        core::budget::BelievedTime time{*last};
        auto row = connection_.query("SELECT believed, doubted FROM clock");
        if (!row.step()) return time;
        take_all(row, time.until, time.doubted);
        if (!time.doubted) time.until = std::max(time.until, *last);
        return time;
    });
}

Result<std::vector<ports::StoredEvent>> TerminalStore::segment(std::uint64_t first, std::size_t limit) {
    return journal_.segment(first, limit);
}

Result<std::uint64_t> TerminalStore::acknowledged() {
    const auto text = setting(acknowledged_key(journal_.head().epoch));
    if (!text) return fail(text.error());
    return text->empty() ? 0 : std::stoull(*text);
}

Result<> TerminalStore::set_acknowledged(std::uint64_t sequence) {
    const auto before = acknowledged();
    if (!before) return fail(before.error());
    if (sequence <= *before) return {};
    MAKEGOOD_TRY(set_setting(acknowledged_key(journal_.head().epoch), std::to_string(sequence)));
    return mark_.set(journal_.head());
}

Result<std::string> TerminalStore::setting(const std::string& key) {
    return connection_.guarded([&]() -> Result<std::string> {
        auto row = connection_.query("SELECT value FROM settings WHERE key = ?");
        put_all(row, key);
        return row.step() ? row.take_text() : std::string();
    });
}

Result<> TerminalStore::set_setting(const std::string& key, const std::string& value) {
    return connection_.transaction([&]() -> Result<> {
        auto upsert = connection_.query(
            "INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2");
        put_all(upsert, key, value).run();
        return {};
    });
}

}  // namespace makegood::db::terminal
