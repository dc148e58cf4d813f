// What the command line asks of a register.
#include "app/config/mapping.hpp"
#include "app/main/register_parts.hpp"
#include "app/wire/enrolment_ticket.hpp"
#include "app/wire/journal_file.hpp"
#include "app/wire/json_event_codec.hpp"

namespace makegood::main {

namespace {

cli::JournalReport report_of(const db::terminal::VerifyReport& report) {
    cli::JournalReport answer{report.events, report.head, {}};
    if (!report.problem.empty()) answer.problems.push_back(report.problem);
    return answer;
}

}  // namespace

std::vector<std::string> problems_of_settings(const std::filesystem::path& folder) {
    return config::check_settings({shipped_config(), folder});
}

Result<cli::JournalReport> verify_closed(const std::filesystem::path& folder) {
    const auto report = db::terminal::verify_folder(folder, wire::event_codec(), "makegood");
    if (!report) return fail(report.error());
    return report_of(*report);
}

Result<> Register::with_desk(const std::function<Result<>(service::Desk&)>& work) {
    return desk().ask([&](service::Desk& open) { return work(open); });
}

bool Register::print_waiting(std::chrono::milliseconds at_most) {
    if (!parts_->printing) parts_->start_printing();
    if (!parts_->has_printer) return false;
    parts_->printing->poke();
    return parts_->printing->wait_until_idle(at_most);
}

ports::PrinterStatus Register::printer() {
    if (parts_->printing && parts_->has_printer) return parts_->printing->status();
    return parts_->printer ? parts_->printer->status() : no_printer_status();
}

Result<service::ImportMade> Register::make_import(
    const service::ImportRequest& request,
    const std::function<void(const service::ImportProgress&)>& progress) {
    const auto presets = config::load_presets(shipped_config() / "presets");
    if (!presets) return fail(presets.error());
    const auto current = desk().ask([](service::Desk& open) { return open.store.catalogue(); });
    if (!current) return fail(current.error());
    const auto currency = parts_->settings.shop.currency;
    return service::make_import(parts_->catalogues, *current ? (*current)->file : std::string(), currency,
                                *presets, request, progress);
}

Result<> Register::adopt_import(const service::ImportMade& made, const PersonId& by) {
    MAKEGOOD_TRY(desk().ask([&](service::Desk& open) { return service::adopt_import(open, made, by); }));
    if (!parts_->options.stays_open && !parts_->options.with_catalogue)
        return parts_->catalogues.keep_only(made.finished->file);
    MAKEGOOD_TRY(parts_->read_catalogue());
    parts_->tell_news();
    return {};
}

Result<service::SalesMade> Register::make_sales_import(
    const service::SalesRequest& request,
    const std::function<void(const service::ImportProgress&)>& progress) {
    const auto presets =
        config::load_presets(shipped_config() / "presets" / "receipts", config::MappingOf::receipts);
    if (!presets) return fail(presets.error());
    const auto current = desk().ask([](service::Desk& open) { return open.store.catalogue(); });
    if (!current) return fail(current.error());
    const auto before = desk().ask([](service::Desk& open) { return open.store.sales(); });
    if (!before) return fail(before.error());
    auto articles =
        *current ? parts_->catalogues.load((*current)->file) : core::catalogue::Catalogue::Builder().build();
    if (!articles) return fail(articles.error());
    return service::make_sales_import(parts_->learnt, *before ? (*before)->file : std::string(), *articles,
                                      *presets, request, progress);
}

Result<> Register::adopt_sales(const service::SalesMade& made, const PersonId& by) {
    MAKEGOOD_TRY(desk().ask([&](service::Desk& open) { return service::adopt_sales(open, made, by); }));
    // Also makes the image, so that the next start is quick.
    MAKEGOOD_TRY(parts_->read_catalogue());
    parts_->tell_news();
    return {};
}

Result<cli::JournalReport> Register::verify_journal() {
    const auto report = desk().ask([this](service::Desk&) {
        return db::terminal::verify_journal(*parts_->connection, parts_->codec, parts_->signer,
                                            parts_->folder);
    });
    if (!report) return fail(report.error());
    return report_of(*report);
}

Result<cli::JournalReport> Register::rebuild_check() {
    const auto report = desk().ask(
        [this](service::Desk&) { return db::terminal::check_rebuild(*parts_->connection, parts_->codec); });
    if (!report) return fail(report.error());
    return cli::JournalReport{report->events, {}, report->differences};
}

Result<cli::JournalReport> Register::rebuild() {
    // A journal that was changed itself must not become the truth of new tables.
    const auto verified = verify_journal();
    if (!verified || !verified->problems.empty()) return verified;
    MAKEGOOD_TRY(desk().ask([](service::Desk& open) { return service::make_tables_anew(open); }));
    return rebuild_check();
}

Result<> Register::export_journal(const std::function<void(std::string_view)>& line) {
    // Events that come while this runs are left for the next export.
    const auto head = desk().ask([](service::Desk& open) { return open.store.head(); });
    if (!head) return fail(head.error());
    for (std::uint64_t next = 1; next <= head->sequence;) {
        const auto events = desk().ask([next](service::Desk& open) { return open.store.segment(next, 500); });
        if (!events) return fail(events.error());
        for (const auto& event : *events) {
            if (event.sequence > head->sequence) break;
            line(event.bytes);
        }
        next = events->back().sequence + 1;
    }
    line(wire::journal_end_line(parts_->signer.device(), *head, parts_->signer));
    return {};
}

Result<cli::Enrolled> Register::enrol(const std::string& where, const std::string& code,
                                      const std::string& authority) {
    const auto ticket = wire::ticket_of(where, code);
    return ticket ? parts_->sync->enrol(*ticket, authority) : fail(ticket.error());
}

Result<> Register::fetch_rights() {
    return parts_->sync->fetch_rights();
}

Result<cli::SyncReport> Register::sync() {
    return parts_->sync->send_now();
}

cli::PolicyAccess& Register::policy() {
    return *parts_->policy_door;
}

PolicyKeeper& Register::policies() {
    return parts_->policies;
}

ports::PastEvents& Register::past() {
    return parts_->past;
}

Result<std::vector<cli::ExplainedSetting>> Register::explain_config() {
    // Read again: the files may have changed since this register was opened.
    const auto layers = desk().ask([this](service::Desk&) { return parts_->policies.layers(); });
    if (!layers) return fail(layers.error());
    const auto settings = config::load_settings(*layers);
    if (!settings) return fail(settings.error());
    std::vector<cli::ExplainedSetting> explained;
    for (const auto& setting : settings->effective)
        explained.push_back({setting.key, setting.value, setting.file});
    return explained;
}

}  // namespace makegood::main
