#include "app/main/register.hpp"

#include <malloc.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

#include "app/main/boot_marker.hpp"
#include "app/main/check_shop.hpp"
#include "app/main/register_parts.hpp"
#include "app/service/look_after_people.hpp"
#include "app/service/spend_rights.hpp"
#include "app/wire/json_event_codec.hpp"
#include "db/terminal/folder_names.hpp"
#include "devices/escpos/make_printer.hpp"

namespace makegood::main {

service::Settings service_settings(const config::Settings& settings) {
    return {settings.policy.policy,
            settings.range,
            settings.policy.undo_time,
            settings.policy.voucher_note,
            settings.policy.sticker_note,
            settings.shop.printer != "none",
            settings.shop.embedded_codes,
            settings.policy.authority,
            config::rules_of(settings.policy.limits)};
}

namespace {

// null: none is set up.
Result<std::unique_ptr<ports::Printer>> printer_of(const config::ShopFile& shop, const ports::Clock& clock) {
    if (shop.printer == "none") return std::unique_ptr<ports::Printer>();
    devices::escpos::Profile profile;
    profile.width_dots = shop.width_dots;
    profile.proof = devices::escpos::proof_from_word(shop.printer_proof).value_or(profile.proof);
    return devices::escpos::make_printer(shop.printer, profile, clock);
}

}  // namespace

std::filesystem::path shipped_config() {
    const char* from_environment = std::getenv("MAKEGOOD_CONFIG");
    return from_environment != nullptr ? from_environment : MAKEGOOD_SHIPPED_CONFIG;
}

void Register::Parts::tell_news() {
    const std::lock_guard one_at_a_time(news_mutex);
    if (news) news();
}

Result<std::unique_ptr<Register::Parts>> Register::Parts::open(const std::filesystem::path& folder,
                                                               const std::string& program) {
    const auto shop = config::load_shop({shipped_config(), folder});
    if (!shop) return fail(shop.error());
    const auto clock = SystemClock::in_zone(shop->time_zone);
    if (!clock) return fail(clock.error());
    auto lock = db::engine::FolderLock::take(folder, program);
    if (!lock) return fail(lock.error());
    auto signer = db::terminal::DeviceSigner::open(folder);
    if (!signer) return fail(signer.error());
    auto connection = db::engine::Connection::open((folder / db::terminal::database_name).string());
    if (!connection) return fail(connection.error());
    std::unique_ptr<Parts> parts(new Parts{folder,
                                           {},
                                           *clock,
                                           std::move(*lock),
                                           *signer,
                                           wire::event_codec(),
                                           std::move(*connection),
                                           nullptr,
                                           nullptr});
    MAKEGOOD_TRY(parts->open_tables());
    MAKEGOOD_TRY(parts->read_settings());
    return parts;
}

Result<> Register::Parts::read_settings() {
    const auto layers = policies.layers();
    if (!layers) return fail(layers.error());
    auto read = config::load_settings(*layers);
    if (!read) return fail(read.error());
    settings = std::move(*read);
    return {};
}

Result<> Register::Parts::open_tables() {
    auto opened = db::terminal::TerminalStore::open(*connection, codec, signer, folder);
    if (!opened) return fail(opened.error());
    store = std::move(*opened);
    store->draw_with([this] { return std::to_string(service::draw(random)); });
    auto staff = db::terminal::PeopleStore::open(*connection, folder);
    if (!staff) return fail(staff.error());
    people = std::move(*staff);
    return {};
}

Result<> Register::Parts::open_desk() {
    desk.reset(new service::Desk{*store,
                                 *people,
                                 catalogues,
                                 clock,
                                 random,
                                 signer,
                                 service_settings(settings),
                                 {},
                                 {},
                                 {},
                                 {},
                                 {},
                                 false});
    desk->customers = &customers;
    MAKEGOOD_TRY(service::open_desk(*desk));
    if (desk->trouble.empty()) MAKEGOOD_TRY(renew_boot_marker(*desk, folder));
    // Names may change; what is printed from now on bears the new ones.
    desk->shop.store = settings.shop.store;
    desk->shop.register_name = settings.shop.register_name;
    MAKEGOOD_TRY(check_currency(settings.shop, desk->currency, folder));
    policies.look_at_file(*desk);
    // Where the disk is full, the first change of a person does it.
    if (desk->trouble.empty()) (void)service::record_people_of_before(*desk);
    return {};
}

Result<> Register::Parts::start_threads() {
    auto made = printer_of(settings.shop, clock);
    if (!made) return fail(made.error());
    const auto changed = [this] { tell_news(); };
    desk_thread = std::make_unique<DeskThread>(*desk);
    policy_door = std::make_unique<PolicyDoor>(*desk_thread, policies, past);
    printer = std::move(*made);
    if (options.stays_open) start_printing();
    sync = std::make_unique<SyncRunner>(*desk_thread, signer, clock, random, changed);
    sync->hand_rules_to(policies);
    ended = std::make_unique<db::terminal::JournalEpochs>(*connection, *store);
    sync->send_ended(*ended);
    return {};
}

void Register::Parts::start_printing() {
    has_printer = printer != nullptr;
    printing = std::make_unique<PrintRunner>(*desk_thread, std::move(printer), [this] { tell_news(); });
}

std::string Register::Parts::Current::files() const {
    return (catalogue ? catalogue->file : std::string()) + "+" + (sales ? sales->file : std::string());
}

Result<Register::Parts::Current> Register::Parts::current() {
    return desk_thread->ask([](service::Desk& open) -> Result<Current> {
        auto catalogue = open.store.catalogue();
        if (!catalogue) return fail(catalogue.error());
        auto sales = open.store.sales();
        if (!sales) return fail(sales.error());
        return Current{std::move(*catalogue), std::move(*sales)};
    });
}

Result<> Register::Parts::read_catalogue() {
    const std::lock_guard one_at_a_time(reading_mutex);
    for (;;) {
        const auto now = current();
        if (!now) return fail(now.error());
        if (!now->catalogue) return {};
        const auto done = read_these(*now);
        if (!done) return fail(done.error());
        if (*done) break;
    }
    // What reading took is given back at once: a register has little memory.
    catalogues.let_pages_go();
    learnt.let_pages_go();
    malloc_trim(0);
    return {};
}

Result<bool> Register::Parts::read_these(const Current& read) {
    const auto& file = read.catalogue->file;
    auto articles = catalogues.load(file);
    if (!articles) {
        const auto now = current();
        if (now && now->files() != read.files()) return false;  // gone, as a newer one was adopted
        return fail(articles.error());
    }
    auto engine = std::make_shared<core::substitute::Engine>(*articles, read_learnt(**articles, read));
    const auto used = desk_thread->ask([&](service::Desk& open) -> Result<bool> {
        const auto catalogue = open.store.catalogue();
        if (!catalogue) return fail(catalogue.error());
        const auto sales = open.store.sales();
        if (!sales) return fail(sales.error());
        if (Current{*catalogue, *sales}.files() != read.files()) return false;
        MAKEGOOD_TRY(service::use_articles(open, *articles, engine));
        return true;
    });
    if (!used || !*used) return used;
    // An old file that can't be removed now is removed after the next import.
    if (read.sales) (void)learnt.keep_only(read.sales->file);
    MAKEGOOD_TRY(catalogues.keep_only(file));
    return true;
}

std::shared_ptr<const core::substitute::Learnt> Register::Parts::read_learnt(
    const core::catalogue::Catalogue& articles, const Current& current) {
    if (!current.sales) return nullptr;
    auto read = learnt.load(current.sales->file, articles, current.catalogue->file);
    if (read) return *read;
    catalogue_problem(read.error());
    return nullptr;
}

void Register::Parts::catalogue_problem(const Error& error) {
    spdlog::error("catalogue: {} {}", error.sentence, error.detail);
}

void Register::Parts::read_catalogue_in_the_background() {
    loading = true;
    reading = std::make_unique<WorkThread>();
    reading->post([this] {
        if (const auto done = read_catalogue(); !done) catalogue_problem(done.error());
        loading = false;
        tell_news();
    });
}

Result<std::unique_ptr<Register>> Register::open(const std::filesystem::path& folder, Options options) {
    auto opened = Parts::open(folder, options.stays_open ? "makegood-terminal" : "makegood");
    if (!opened) return fail(opened.error());
    auto& parts = *opened;
    parts->options = options;
    MAKEGOOD_TRY(parts->open_desk());
    // The command line still looks at what was changed, and mends it; nobody works with it.
    if (options.stays_open && !parts->desk->trouble.empty())
        return fail(ErrorKind::failed, parts->desk->trouble);
    MAKEGOOD_TRY(parts->start_threads());
    if (options.stays_open) {
        parts->read_catalogue_in_the_background();
        parts->sync->send_as_it_comes();
    } else if (options.with_catalogue) {
        MAKEGOOD_TRY(parts->read_catalogue());
    }
    return std::unique_ptr<Register>(new Register(std::move(parts)));
}

Register::Register(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Register::~Register() {
    // What the screens have asked for is done while printer and sync are still there.
    if (parts_) desk().ask([](service::Desk&) { return true; });
}

DeskThread& Register::desk() {
    return *parts_->desk_thread;
}
void Register::paper_waits() {
    if (parts_->printing) parts_->printing->poke();
}
void Register::rights_are_short() {
    parts_->sync->look_now();
}
printing::PaperSize Register::paper_size() const {
    return {parts_->settings.shop.width_dots};
}
bool Register::catalogue_is_loading() const {
    return parts_->loading;
}
double Register::pixels_per_mm() const {
    return parts_->settings.shop.pixels_per_mm;
}
bool Register::dark() const {
    return parts_->settings.shop.theme == config::Theme::dark;
}
Duration Register::sign_out_after() const {
    return parts_->settings.shop.sign_out_after;
}
const ports::Clock& Register::clock() const {
    return parts_->clock;
}
const core::voucher::NumberRange& Register::range() const {
    return parts_->settings.range;
}

void Register::on_news(std::function<void()> news) {
    const std::lock_guard lock(parts_->news_mutex);
    parts_->news = std::move(news);
}

SyncState Register::sync_state(service::Desk& desk) {
    SyncState state;
    state.set_up = parts_->sync->is_set_up();
    state.unreached_since = parts_->sync->unreached_since();
    const auto head = desk.store.head();
    const auto acknowledged = desk.store.acknowledged();
    if (head && acknowledged) state.waiting = head->sequence - *acknowledged;
    return state;
}

}  // namespace makegood::main
