// The screens' way to the use cases: asked on the GUI thread, done on the desk thread, answered on the
// GUI thread again.
#pragma once
#include <atomic>
#include <functional>
#include <memory>

#include "app/main/window/desk_hub.hpp"
#include "app/main/window/desk_rules.hpp"
#include "app/terminal/presenter/backend.hpp"

namespace makegood::main::window {

class DeskBackend final : public terminal::presenter::Backend {
  public:
    // `machine` outlives every task that was posted to its desk.
    DeskBackend(Register& machine, Deliver deliver);
    // GUI thread. Answers that are still on their way are dropped.
    ~DeskBackend() override;

    template <class T>
    using Answer = terminal::presenter::Answer<T>;
    using Nothing = terminal::presenter::Answer<>;

    void people(Answer<std::vector<ports::Person>> answer) override;
    void sign_in(const PersonId& person, const std::string& pin, Answer<ports::Person> answer) override;
    void sign_in_with_badge(const std::string& code, Answer<ports::Person> answer) override;
    void search(const std::string& words, Answer<std::vector<service::Found>> answer) override;
    void article(const std::string& code, Answer<service::Found> answer) override;
    void report_stock_out(const std::string& code, std::int64_t quantity, const PersonId& by,
                          Answer<service::Reported> answer) override;
    void report_failure(const core::incident::Incident& incident, const PersonId& by,
                        Answer<service::Reported> answer) override;
    void close_incident(const IncidentId& incident, const std::string& why, const PersonId& by,
                        Nothing answer) override;
    void decline(const service::Decline& said, const PersonId& by, Answer<service::Reported> answer) override;
    void renew(const IncidentId& incident, const PersonId& by, Answer<service::Reported> answer) override;
    void record_words(const std::string& words, const PersonId& by, Answer<std::string> answer) override;
    void give(const OfferId& offer, const PersonId& by, const std::optional<service::Approval>& approval,
              Answer<service::Given> answer) override;
    void approvers(const OfferId& offer, const PersonId& by,
                   Answer<std::vector<ports::Person>> answer) override;
    void undo(const RecoveryId& recovery, const PersonId& by, Nothing answer) override;
    void show_voucher(const std::string& code, Answer<service::VoucherShown> answer) override;
    void redeem_voucher(const std::string& code, const PersonId& by,
                        Answer<service::VoucherShown> answer) override;
    void keep_promise(const PromiseId& promise, const PersonId& by, Nothing answer) override;
    void answer_print(const PrintJobId& job, bool whole, const PersonId& by, Nothing answer) override;
    void preview(const PrintJobId& job, Answer<Bitmap> answer) override;
    void unmet(int days, Answer<core::incident::UnmetDemand> answer) override;
    void staff(Answer<std::vector<service::StaffMember>> answer) override;
    void add_person(const service::NewPerson& wanted, const PersonId& by,
                    Answer<service::AddedPerson> answer) override;
    void make_pin(const PersonId& whose, const PersonId& by, Answer<std::string> answer) override;
    void change_role(const PersonId& whose, ports::Role role, const PersonId& by, Nothing answer) override;
    void unlock(const PersonId& whose, const PersonId& by, Nothing answer) override;
    void remove_person(const PersonId& whose, const PersonId& by, Nothing answer) override;
    void glance(Answer<service::MoneyAtAGlance> answer) override;
    void same_work(Answer<std::vector<service::WorkOfPerson>> answer) override;
    void registers(Answer<service::RegistersNow> answer) override;
    void waiting_approvals(Answer<std::vector<service::WaitingApproval>> answer) override;
    void ask_approval(const OfferId& offer, const PersonId& by, Nothing answer) override;
    void turn_down(const OfferId& offer, const PersonId& by, Nothing answer) override;
    terminal::presenter::RulesBackend& rules() override { return rules_; }
    terminal::presenter::HubBackend& hub() override { return hub_; }
    void status(Answer<terminal::presenter::Status> answer) override;

  private:
    // `ask` runs on the desk thread, `answer` on the GUI thread.
    template <class T>
    void run(Answer<T> answer, std::function<Result<T>(service::Desk&)> ask);

    Register& machine_;
    Deliver deliver_;
    StillThere alive_ = std::make_shared<std::atomic<bool>>(true);
    DeskRules rules_;
    DeskHub hub_;
    // Previews take tens of milliseconds; the desk must not wait for them.
    std::shared_ptr<WorkThread> drawing_ = std::make_shared<WorkThread>();
};

}  // namespace makegood::main::window
