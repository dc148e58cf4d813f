// What the commands may ask of the register they run on. Implemented by app/main: either a folder that
// this process has opened, or the running terminal that owns it. Any thread but the desk's.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/base/result.hpp"
#include "app/cli/policy_access.hpp"
#include "app/ports/printer.hpp"
#include "app/service/desk.hpp"
#include "app/service/import_sales.hpp"

namespace makegood::cli {

struct JournalReport {
    std::uint64_t events = 0;
    std::string head;                   // hash of the last event
    std::vector<std::string> problems;  // empty: all is as it was written
};

struct SyncReport {
    std::uint64_t sent = 0, waiting = 0;
    std::string head_office;
    std::string rules_refused;  // why head office's new rules were not taken; mostly empty
};

struct Enrolled {
    std::string head_office;   // its address
    std::string match_number;  // six digits that the other side shows too
    bool waits = false;        // until somebody has compared them there
};

struct ExplainedSetting {
    std::string key, value, origin;  // origin: the file that set it, or "built in"
};

class RegisterAccess {
  public:
    virtual ~RegisterAccess() = default;

    // Runs on the desk thread and waits for it.
    virtual Result<> with_desk(const std::function<Result<>(service::Desk&)>& work) = 0;

    // There is paper to print: waits until it is out, at most so long; false when it is not.
    virtual bool print_waiting(std::chrono::milliseconds at_most) = 0;
    virtual ports::PrinterStatus printer() = 0;

    virtual Result<service::ImportMade> make_import(
        const service::ImportRequest& request,
        const std::function<void(const service::ImportProgress&)>&) = 0;
    // Records the import, loads the catalogue and hands it to the desk.
    virtual Result<> adopt_import(const service::ImportMade& made, const PersonId& by) = 0;

    // The same for receipts.
    virtual Result<service::SalesMade> make_sales_import(
        const service::SalesRequest& request, const std::function<void(const service::ImportProgress&)>&) = 0;
    virtual Result<> adopt_sales(const service::SalesMade& made, const PersonId& by) = 0;

    virtual Result<JournalReport> verify_journal() = 0;
    virtual Result<JournalReport> rebuild_check() = 0;  // problems: rows that differ
    virtual Result<JournalReport> rebuild() = 0;        // puts them right, then looks again
    // JSON lines, the last one signed by the device: where the journal ends.
    virtual Result<> export_journal(const std::function<void(std::string_view)>& line) = 0;

    virtual Result<SyncReport> sync() = 0;
    // Asks the store's hub for rights, where this register has a hub and holds too little; else nothing.
    virtual Result<> fetch_rights() = 0;
    // `where`: the address, with a code; or the text of the QR code, which bears both. `authority` as
    // sync::CallOptions has it.
    virtual Result<Enrolled> enrol(const std::string& where, const std::string& code,
                                   const std::string& authority) = 0;

    virtual PolicyAccess& policy() = 0;
    virtual Result<std::vector<ExplainedSetting>> explain_config() = 0;
    // All that keeps this register from working as its files say: settings that can't be used or do not fit
    // what was recorded, articles that are gone. Sentences; empty when all is in order.
    virtual std::vector<std::string> problems() = 0;
};

}  // namespace makegood::cli
