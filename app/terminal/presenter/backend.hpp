// The use cases as the screens reach them: asked on the GUI thread, done on the desk thread, answered on
// the GUI thread later, in the order in which they were asked. A method returns at once; its answer is
// called exactly once, never after the Backend is gone. It must not be called from inside the method.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/base/bitmap.hpp"
#include "app/core/budget/budget.hpp"
#include "app/core/followup/promise.hpp"
#include "app/core/incident/incident.hpp"
#include "app/core/incident/unmet_demand.hpp"
#include "app/ports/people.hpp"
#include "app/ports/printer.hpp"
#include "app/ports/store.hpp"
#include "app/service/add_person.hpp"
#include "app/service/decline.hpp"
#include "app/service/give.hpp"
#include "app/service/look_after_people.hpp"
#include "app/service/money_at_a_glance.hpp"
#include "app/service/promises.hpp"
#include "app/service/registers_now.hpp"
#include "app/service/report.hpp"
#include "app/service/suggestions.hpp"
#include "app/service/voucher_use.hpp"
#include "app/service/waiting_approvals.hpp"
#include "app/terminal/presenter/hub_backend.hpp"
#include "app/terminal/presenter/rules_backend.hpp"

namespace makegood::terminal::presenter {

struct SyncStatus {
    bool set_up = false;                     // a head office is known
    std::uint64_t waiting = 0;               // events that it has not confirmed
    std::optional<Instant> unreached_since;  // of the first failed try after the last success
};

// How the register stands: what the top bar, the home tiles and the paper show.
struct Status {
    core::budget::Period money;
    ports::PrinterStatus printer;
    SyncStatus sync;
    std::vector<ports::PrintJobRow> jobs;           // queued, sending, unsure; oldest first
    std::vector<core::followup::Promise> promises;  // open, soonest due first
    std::uint64_t articles = 0;                     // in the catalogue
    std::size_t waiting = 0;                        // gifts that somebody asked to have signed
    bool loading = false;                           // the catalogue is being read
    std::string warning;  // what is wrong with the register itself, and the way out; empty: nothing
};

class Backend {
  public:
    virtual ~Backend() = default;

    virtual void people(Answer<std::vector<ports::Person>> answer) = 0;  // by name
    virtual void sign_in(const PersonId& person, const std::string& pin, Answer<ports::Person> answer) = 0;
    // not_found: nobody's badge.
    virtual void sign_in_with_badge(const std::string& code, Answer<ports::Person> answer) = 0;

    // At most five; see service::search.
    virtual void search(const std::string& words, Answer<std::vector<service::Found>> answer) = 0;
    // The article of a scanned code. not_found: a sentence that names the code and says what to do.
    virtual void article(const std::string& code, Answer<service::Found> answer) = 0;

    virtual void report_stock_out(const std::string& code, std::int64_t quantity, const PersonId& by,
                                  Answer<service::Reported> answer) = 0;
    virtual void report_failure(const core::incident::Incident& incident, const PersonId& by,
                                Answer<service::Reported> answer) = 0;
    virtual void close_incident(const IncidentId& incident, const std::string& why, const PersonId& by,
                                Answer<> answer) = 0;
    virtual void decline(const service::Decline& said, const PersonId& by,
                         Answer<service::Reported> answer) = 0;
    // The same case with the money of now; see service::renew_offers.
    virtual void renew(const IncidentId& incident, const PersonId& by, Answer<service::Reported> answer) = 0;
    // Answers the words as they were kept.
    virtual void record_words(const std::string& words, const PersonId& by, Answer<std::string> answer) = 0;
    // Without an approval at first; needs_approval: one of `approvers` can sign.
    virtual void give(const OfferId& offer, const PersonId& by,
                      const std::optional<service::Approval>& approval, Answer<service::Given> answer) = 0;
    virtual void approvers(const OfferId& offer, const PersonId& by,
                           Answer<std::vector<ports::Person>> answer) = 0;  // by name
    virtual void undo(const RecoveryId& recovery, const PersonId& by, Answer<> answer) = 0;

    // By serial, by the 13 digits or by the text of the QR.
    virtual void show_voucher(const std::string& code, Answer<service::VoucherShown> answer) = 0;
    virtual void redeem_voucher(const std::string& code, const PersonId& by,
                                Answer<service::VoucherShown> answer) = 0;

    virtual void keep_promise(const PromiseId& promise, const PersonId& by, Answer<> answer) = 0;

    virtual void answer_print(const PrintJobId& job, bool whole, const PersonId& by, Answer<> answer) = 0;
    // The picture that the printer gets for this job.
    virtual void preview(const PrintJobId& job, Answer<Bitmap> answer) = 0;

    // Of the last days, today included.
    virtual void unmet(int days, Answer<core::incident::UnmetDemand> answer) = 0;

    // Everybody who works here, by name.
    virtual void staff(Answer<std::vector<service::StaffMember>> answer) = 0;
    virtual void add_person(const service::NewPerson& wanted, const PersonId& by,
                            Answer<service::AddedPerson> answer) = 0;
    // A PIN is made and told once.
    virtual void make_pin(const PersonId& whose, const PersonId& by, Answer<std::string> answer) = 0;
    virtual void change_role(const PersonId& whose, ports::Role role, const PersonId& by,
                             Answer<> answer) = 0;
    virtual void unlock(const PersonId& whose, const PersonId& by, Answer<> answer) = 0;
    virtual void remove_person(const PersonId& whose, const PersonId& by, Answer<> answer) = 0;

    // For whoever looks after the money.
    virtual void glance(Answer<service::MoneyAtAGlance> answer) = 0;
    virtual void same_work(Answer<std::vector<service::WorkOfPerson>> answer) = 0;
    virtual void registers(Answer<service::RegistersNow> answer) = 0;
    // What was asked for and nobody signed yet; signing is `give` in the name of who asked.
    virtual void waiting_approvals(Answer<std::vector<service::WaitingApproval>> answer) = 0;
    virtual void ask_approval(const OfferId& offer, const PersonId& by, Answer<> answer) = 0;
    virtual void turn_down(const OfferId& offer, const PersonId& by, Answer<> answer) = 0;
    virtual RulesBackend& rules() = 0;
    virtual HubBackend& hub() = 0;

    virtual void status(Answer<Status> answer) = 0;
};

}  // namespace makegood::terminal::presenter
