// The two-phase rule of printing, seen from the desk: queued, started (committed), finished.
#pragma once
#include "app/printing/document.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

struct PrintTask {
    PrintJobId job;
    std::optional<VoucherSerial> voucher;
    printing::Document document;
    std::uint32_t mark = 0;  // names the piece towards the printer
};

// The oldest queued job, marked as started; nothing when the queue is empty or a job is in doubt (a
// clerk must look first). The next one is only handed out after finish_print.
Result<std::optional<PrintTask>> next_print(Desk& desk);
Result<> finish_print(Desk& desk, const PrintJobId& job, ports::PrintOutcome outcome,
                      const std::string& proof);

// The clerk looked at the paper. Whole: the voucher counts. Torn: voided, a new serial is queued.
Result<> answer_print(Desk& desk, const PrintJobId& job, bool whole, const PersonId& by);

// The jobs that wait: queued, sending, unsure.
Result<std::vector<ports::PrintJobRow>> open_jobs(Desk& desk);

// The voucher in doubt that a queued one waits for: until a clerk has looked at it, no other is printed.
std::optional<PrintJobId> waits_for(const std::vector<ports::PrintJobRow>& open,
                                    const ports::PrintJobRow& job);

}  // namespace makegood::service
