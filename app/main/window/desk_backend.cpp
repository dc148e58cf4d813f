#include "app/main/window/desk_backend.hpp"

#include "app/printing/draw.hpp"
#include "app/service/clock_watch.hpp"
#include "app/service/copied_folder.hpp"
#include "app/service/print_queue.hpp"
#include "app/service/promises.hpp"
#include "app/service/renew_offers.hpp"
#include "app/service/sign_in.hpp"
#include "app/service/spending.hpp"
#include "app/service/unmet.hpp"

namespace makegood::main::window {

using service::Desk;
using terminal::presenter::Status;

namespace {

constexpr std::size_t lines_on_the_screen = 5;

Result<Status> desk_status(Desk& desk) {
    Status status;
    auto money = service::show_budget(desk);
    if (!money) return fail(money.error());
    auto jobs = service::open_jobs(desk);
    if (!jobs) return fail(jobs.error());
    auto promises = service::promises_due(desk);
    if (!promises) return fail(promises.error());
    const auto waiting = service::count_waiting(desk);
    if (!waiting) return fail(waiting.error());
    status.waiting = *waiting;
    status.money = std::move(*money);
    status.jobs = std::move(*jobs);
    status.promises = std::move(*promises);
    status.articles = desk.articles->size();
    status.warning = desk.trouble.empty() ? service::clock_warning(desk) : desk.trouble;
    if (status.warning.empty()) status.warning = desk.policy_notice;
    if (status.warning.empty()) status.warning = service::copy_warning(desk).value_or(std::string());
    return status;
}

}  // namespace

DeskBackend::DeskBackend(Register& machine, Deliver deliver)
    : machine_(machine),
      deliver_(std::move(deliver)),
      rules_(machine_, deliver_, alive_),
      hub_(machine_, deliver_, alive_) {}

DeskBackend::~DeskBackend() {
    *alive_ = false;
}

template <class T>
void DeskBackend::run(Answer<T> answer, std::function<Result<T>(Desk&)> ask) {
    ask_desk<T>(machine_, std::move(answer), std::move(ask), deliver_, alive_);
}

void DeskBackend::people(Answer<std::vector<ports::Person>> answer) {
    run<std::vector<ports::Person>>(std::move(answer), [](Desk& desk) { return desk.people.all(); });
}

void DeskBackend::sign_in(const PersonId& person, const std::string& pin, Answer<ports::Person> answer) {
    run<ports::Person>(std::move(answer), [=](Desk& desk) { return service::sign_in(desk, person, pin); });
}

void DeskBackend::sign_in_with_badge(const std::string& code, Answer<ports::Person> answer) {
    run<ports::Person>(std::move(answer),
                       [=](Desk& desk) { return service::sign_in_with_badge(desk, code); });
}

void DeskBackend::search(const std::string& words, Answer<std::vector<service::Found>> answer) {
    run<std::vector<service::Found>>(std::move(answer),
                                     [=](Desk& desk) -> Result<std::vector<service::Found>> {
                                         return service::search(desk, words, lines_on_the_screen);
                                     });
}

void DeskBackend::article(const std::string& code, Answer<service::Found> answer) {
    run<service::Found>(std::move(answer), [=](Desk& desk) { return service::find_scanned(desk, code); });
}

void DeskBackend::report_stock_out(const std::string& code, std::int64_t quantity, const PersonId& by,
                                   Answer<service::Reported> answer) {
    run<service::Reported>(std::move(answer),
                           [=](Desk& desk) { return service::report_stock_out(desk, code, quantity, by); });
}

void DeskBackend::report_failure(const core::incident::Incident& incident, const PersonId& by,
                                 Answer<service::Reported> answer) {
    run<service::Reported>(std::move(answer),
                           [=](Desk& desk) { return service::report_failure(desk, incident, by); });
}

void DeskBackend::close_incident(const IncidentId& incident, const std::string& why, const PersonId& by,
                                 Nothing answer) {
    run<void>(std::move(answer),
              [=](Desk& desk) { return service::close_incident(desk, incident, why, by); });
}

void DeskBackend::decline(const service::Decline& said, const PersonId& by,
                          Answer<service::Reported> answer) {
    run<service::Reported>(std::move(answer), [=](Desk& desk) { return service::decline(desk, said, by); });
}

void DeskBackend::renew(const IncidentId& incident, const PersonId& by, Answer<service::Reported> answer) {
    run<service::Reported>(std::move(answer),
                           [=](Desk& desk) { return service::renew_offers(desk, incident, by); });
}

void DeskBackend::record_words(const std::string& words, const PersonId& by, Answer<std::string> answer) {
    run<std::string>(std::move(answer), [=](Desk& desk) { return service::record_words(desk, words, by); });
}

void DeskBackend::give(const OfferId& offer, const PersonId& by,
                       const std::optional<service::Approval>& approval, Answer<service::Given> answer) {
    run<service::Given>(std::move(answer), [&machine = machine_, offer, by, approval](Desk& desk) {
        auto given = service::give(desk, offer, by, approval);
        if (given && given->job) machine.paper_waits();
        if (!given && desk.short_of != core::budget::Amount{}) machine.rights_are_short();
        return given;
    });
}

void DeskBackend::approvers(const OfferId& offer, const PersonId& by,
                            Answer<std::vector<ports::Person>> answer) {
    run<std::vector<ports::Person>>(std::move(answer),
                                    [=](Desk& desk) { return service::approvers_of(desk, offer, by); });
}

void DeskBackend::undo(const RecoveryId& recovery, const PersonId& by, Nothing answer) {
    run<void>(std::move(answer), [=](Desk& desk) { return service::undo(desk, recovery, by); });
}

void DeskBackend::show_voucher(const std::string& code, Answer<service::VoucherShown> answer) {
    run<service::VoucherShown>(std::move(answer),
                               [=](Desk& desk) { return service::show_voucher(desk, code); });
}

void DeskBackend::redeem_voucher(const std::string& code, const PersonId& by,
                                 Answer<service::VoucherShown> answer) {
    run<service::VoucherShown>(std::move(answer),
                               [=](Desk& desk) { return service::redeem_voucher(desk, code, by); });
}

void DeskBackend::keep_promise(const PromiseId& promise, const PersonId& by, Nothing answer) {
    run<void>(std::move(answer), [=](Desk& desk) { return service::keep_promise(desk, promise, by); });
}

void DeskBackend::answer_print(const PrintJobId& job, bool whole, const PersonId& by, Nothing answer) {
    run<void>(std::move(answer), [&machine = machine_, job, whole, by](Desk& desk) {
        auto done = service::answer_print(desk, job, whole, by);
        machine.paper_waits();
        return done;
    });
}

void DeskBackend::preview(const PrintJobId& job, Answer<Bitmap> answer) {
    machine_.desk().post([job, answer = std::move(answer), drawing = drawing_, paper = machine_.paper_size(),
                          deliver = deliver_, alive = alive_](Desk& desk) {
        drawing->post([answer, document = service::document_of(desk, job), paper, deliver, alive] {
            auto picture = std::make_shared<Result<Bitmap>>(
                document ? printing::draw(*document, paper) : Result<Bitmap>(fail(document.error())));
            deliver([answer, picture, alive] {
                if (*alive) answer(std::move(*picture));
            });
        });
    });
}

void DeskBackend::unmet(int days, Answer<core::incident::UnmetDemand> answer) {
    run<core::incident::UnmetDemand>(std::move(answer),
                                     [=](Desk& desk) { return service::unmet(desk, days); });
}

void DeskBackend::staff(Answer<std::vector<service::StaffMember>> answer) {
    run<std::vector<service::StaffMember>>(std::move(answer),
                                           [](Desk& desk) { return service::staff_list(desk); });
}

void DeskBackend::add_person(const service::NewPerson& wanted, const PersonId& by,
                             Answer<service::AddedPerson> answer) {
    run<service::AddedPerson>(std::move(answer),
                              [=](Desk& desk) { return service::add_person(desk, wanted, by); });
}

void DeskBackend::make_pin(const PersonId& whose, const PersonId& by, Answer<std::string> answer) {
    run<std::string>(std::move(answer), [=](Desk& desk) { return service::change_pin(desk, whose, {}, by); });
}

void DeskBackend::change_role(const PersonId& whose, ports::Role role, const PersonId& by, Nothing answer) {
    run<void>(std::move(answer), [=](Desk& desk) { return service::change_role(desk, whose, role, by); });
}

void DeskBackend::unlock(const PersonId& whose, const PersonId& by, Nothing answer) {
    run<void>(std::move(answer), [=](Desk& desk) { return service::unlock(desk, whose, by); });
}

void DeskBackend::remove_person(const PersonId& whose, const PersonId& by, Nothing answer) {
    run<void>(std::move(answer), [=](Desk& desk) { return service::remove_person(desk, whose, by); });
}

void DeskBackend::glance(Answer<service::MoneyAtAGlance> answer) {
    run<service::MoneyAtAGlance>(std::move(answer), service::money_at_a_glance);
}

void DeskBackend::same_work(Answer<std::vector<service::WorkOfPerson>> answer) {
    run<std::vector<service::WorkOfPerson>>(std::move(answer), service::same_work_of_people);
}

void DeskBackend::registers(Answer<service::RegistersNow> answer) {
    run<service::RegistersNow>(std::move(answer), service::registers_now);
}

void DeskBackend::waiting_approvals(Answer<std::vector<service::WaitingApproval>> answer) {
    run<std::vector<service::WaitingApproval>>(std::move(answer), service::waiting_approvals);
}

void DeskBackend::ask_approval(const OfferId& offer, const PersonId& by, Nothing answer) {
    run<void>(std::move(answer), [=](Desk& desk) { return service::ask_approval(desk, offer, by); });
}

void DeskBackend::turn_down(const OfferId& offer, const PersonId& by, Nothing answer) {
    run<void>(std::move(answer), [=](Desk& desk) { return service::turn_down(desk, offer, by); });
}

void DeskBackend::status(Answer<Status> answer) {
    run<Status>(std::move(answer), [&machine = machine_](Desk& desk) {
        auto status = desk_status(desk);
        if (!status) return status;
        status->printer = machine.printer();
        status->loading = machine.catalogue_is_loading();
        const auto sync = machine.sync_state(desk);
        status->sync = {sync.set_up, sync.waiting, sync.unreached_since};
        return status;
    });
}

}  // namespace makegood::main::window
