#include "app/service/print_queue.hpp"

#include "app/service/give.hpp"
#include "app/service/voucher_code.hpp"
#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

using ports::JobState;
using ports::PrintOutcome;

// "p1-18" -> 18: unique on this device, small enough for a printer's process id.
std::uint32_t mark_of(const PrintJobId& job) {
    const auto dash = job.text().rfind('-');
    return static_cast<std::uint32_t>(std::stoull(job.text().substr(dash + 1)) % 0xFFFFFFFFu);
}

Result<ports::PrintJobRow> existing_job(Desk& desk, const PrintJobId& id) {
    auto row = desk.store.job(id);
    if (!row) return fail(row.error());
    if (!*row)
        return fail(ErrorKind::not_found,
                    "There is no print job " + id.text() + " on this register. \"paper show\" names them.");
    return std::move(**row);
}

auto in(JobState state) {
    return [state](const ports::PrintJobRow& job) { return job.state == state; };
}

const ports::PrintJobRow* first_printable(const std::vector<ports::PrintJobRow>& jobs) {
    if (std::any_of(jobs.begin(), jobs.end(), in(JobState::sending))) return nullptr;
    const auto next = std::find_if(jobs.begin(), jobs.end(), [&](const ports::PrintJobRow& job) {
        return job.state == JobState::queued && !waits_for(jobs, job);
    });
    return next == jobs.end() ? nullptr : &*next;
}

}  // namespace

std::optional<PrintJobId> waits_for(const std::vector<ports::PrintJobRow>& open,
                                    const ports::PrintJobRow& job) {
    if (job.state != JobState::queued || !job.voucher) return std::nullopt;
    const auto doubtful = std::find_if(open.begin(), open.end(), in(JobState::unsure));
    return doubtful == open.end() ? std::nullopt : std::optional(doubtful->id);
}

Result<std::optional<PrintTask>> next_print(Desk& desk) {
    const auto jobs = desk.store.jobs_open();
    if (!jobs) return fail(jobs.error());
    const auto* job = first_printable(*jobs);
    if (job == nullptr) return std::optional<PrintTask>();
    MAKEGOOD_TRY(desk.store.prove(job->recovery));
    auto document = document_of(desk, job->id);
    if (!document) return fail(document.error());
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), {}}, ports::PrintStarted{job->id, job->attempts + 1}));
    return std::optional<PrintTask>({job->id, job->voucher, std::move(*document), mark_of(job->id)});
}

Result<> finish_print(Desk& desk, const PrintJobId& id, PrintOutcome outcome, const std::string& proof) {
    const auto job = existing_job(desk, id);
    if (!job) return fail(job.error());
    if (job->state != JobState::sending) return {};  // undone meanwhile
    // A sticker is worth nothing: nobody is asked about it, and it is never sent twice.
    if (outcome == PrintOutcome::unsure && !job->voucher)
        return desk.store.commit({desk.clock.now(), {}},
                                 ports::PrintFinished{id, PrintOutcome::printed, "not confirmed: " + proof});
    return desk.store.commit({desk.clock.now(), {}}, ports::PrintFinished{id, outcome, proof});
}

Result<> answer_print(Desk& desk, const PrintJobId& id, bool whole, const PersonId& by) {
    MAKEGOOD_TRY(must_work_here(desk, by));
    const auto job = existing_job(desk, id);
    if (!job) return fail(job.error());
    if (job->state != JobState::unsure)
        return fail(ErrorKind::refused,
                    "This piece is no longer in doubt; it is " + std::string(ports::word(job->state)) + ".");
    MAKEGOOD_TRY(desk.store.prove(job->recovery));
    const auto now = desk.clock.now();
    if (whole) return desk.store.commit({now, by}, ports::PrintFinished{id, PrintOutcome::printed, "clerk"});

    const auto old = desk.store.voucher(*job->voucher);
    if (!old) return fail(old.error());
    const auto head = desk.store.head();
    if (!head) return fail(head.error());
    // Same value and same last day as the torn one; only number and codes are new.
    auto fresh = draft_voucher(desk, (*old)->voucher.value, (*old)->voucher.expires, 0);
    if (!fresh) return fail(fresh.error());
    auto after_torn = *head;
    ++after_torn.sequence;
    const std::vector<ports::Event> events = {
        ports::PrintFinished{id, PrintOutcome::torn, "clerk"},
        ports::VoucherReplaced{*job->voucher, std::move(*fresh), PrintJobId(next_id('p', after_torn))}};
    return desk.store.commit({now, by}, events);
}

Result<std::vector<ports::PrintJobRow>> open_jobs(Desk& desk) {
    return desk.store.jobs_open();
}

}  // namespace makegood::service
