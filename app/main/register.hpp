// One opened register: its folder, its desk thread, its printer and its line to head office. The only
// place where everything meets; the terminal and the command line both run on one.
#pragma once
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

#include "app/cli/register_access.hpp"
#include "app/main/desk_thread.hpp"
#include "app/ports/past_events.hpp"
#include "app/printing/draw.hpp"
#include "app/service/hub_membership.hpp"

namespace makegood::main {

class PolicyKeeper;

// Where sync stands, for the top bar.
struct SyncState {
    bool set_up = false;
    std::uint64_t waiting = 0;               // events that head office has not confirmed
    std::optional<Instant> unreached_since;  // of the first failed try after the last success
};

class Register final : public cli::RegisterAccess {
  public:
    struct Options {
        // The terminal: the catalogue is read in the background, events are sent as they come.
        bool stays_open = false;
        // Else: whether the catalogue is read at all. Many commands need none.
        bool with_catalogue = true;
    };
    // busy: another process owns the folder. not_found: no shop in it. bad_input: its settings files.
    static Result<std::unique_ptr<Register>> open(const std::filesystem::path& folder, Options options);
    // Ends what is under way; a piece at the printer may become unsure.
    ~Register() override;

    DeskThread& desk();
    void paper_waits();       // there is something to print; any thread
    void rights_are_short();  // the store's hub is asked now, not at the next look; any thread
    printing::PaperSize paper_size() const;
    bool catalogue_is_loading() const;
    SyncState sync_state(service::Desk& desk);
    // On the desk thread.
    Result<service::HubMembership> hub_membership(service::Desk& desk);
    // `where` and `code` as enrol() has them, in the name of `by`, who must be an owner. Never blocks; `done`
    // is called on any thread but the caller's. refused: it belongs to one already, which is left alone.
    void join_hub(const std::string& where, const std::string& code, const PersonId& by,
                  std::function<void(const Result<cli::Enrolled>&)> done);
    // On the desk thread. What waits is given up, and how an earlier one ended is forgotten.
    Result<> give_up_joining(service::Desk& desk, const PersonId& by);
    // Called from any thread whenever printer, catalogue or sync have news; set it once, early.
    void on_news(std::function<void()> news);
    double pixels_per_mm() const;
    bool dark() const;
    Duration sign_out_after() const;
    const ports::Clock& clock() const;
    const core::voucher::NumberRange& range() const;
    PolicyKeeper& policies();  // on the desk thread
    ports::PastEvents& past();

    Result<> with_desk(const std::function<Result<>(service::Desk&)>& work) override;
    bool print_waiting(std::chrono::milliseconds at_most) override;
    ports::PrinterStatus printer() override;
    Result<service::ImportMade> make_import(
        const service::ImportRequest& request,
        const std::function<void(const service::ImportProgress&)>&) override;
    Result<> adopt_import(const service::ImportMade& made, const PersonId& by) override;
    Result<service::SalesMade> make_sales_import(
        const service::SalesRequest& request,
        const std::function<void(const service::ImportProgress&)>&) override;
    Result<> adopt_sales(const service::SalesMade& made, const PersonId& by) override;
    Result<cli::JournalReport> verify_journal() override;
    Result<cli::JournalReport> rebuild_check() override;
    Result<cli::JournalReport> rebuild() override;
    Result<> export_journal(const std::function<void(std::string_view)>& line) override;
    Result<cli::SyncReport> sync() override;
    Result<> fetch_rights() override;
    Result<cli::Enrolled> enrol(const std::string& where, const std::string& code,
                                const std::string& authority) override;
    cli::PolicyAccess& policy() override;
    Result<std::vector<cli::ExplainedSetting>> explain_config() override;
    std::vector<std::string> problems() override;

    struct Parts;

  private:
    explicit Register(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

// Every problem of the settings files, each with file and line.
std::vector<std::string> problems_of_settings(const std::filesystem::path& folder);

// The journal of a folder that can't be opened as a register any more, as far as it can be read.
Result<cli::JournalReport> verify_closed(const std::filesystem::path& folder);

}  // namespace makegood::main
