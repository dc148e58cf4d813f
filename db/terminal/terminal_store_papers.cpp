// Vouchers, print jobs and promises.
#include "db/terminal/columns.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {
namespace {

using engine::Query;

#define VOUCHER_COLUMNS                                                                                 \
    "SELECT v.serial, v.ean13, v.value, v.expires, v.qr, v.state, v.recovery, r.period, v.replaced_by " \
    "FROM vouchers v JOIN recoveries r ON r.id = v.recovery "
#define JOB_COLUMNS "SELECT id, recovery, voucher, state, attempts, proof FROM print_jobs "

ports::VoucherRow voucher_row(Query& row) {
    ports::VoucherRow found;
    auto& voucher = found.voucher;
    take_all(row, voucher.serial, voucher.ean13, voucher.value, voucher.expires, voucher.qr, voucher.state,
             found.recovery, found.period, found.replaced_by);
    return found;
}

ports::PrintJobRow job_row(Query& row) {
    ports::PrintJobRow job;
    take_all(row, job.id, job.recovery, job.voucher, job.state, job.attempts, job.proof);
    return job;
}

core::followup::Promise promise_row(Query& row) {
    core::followup::Promise promise;
    take_all(row, promise.id, promise.what, promise.due, promise.kept);
    return promise;
}

}  // namespace

Result<std::optional<ports::VoucherRow>> TerminalStore::voucher(const VoucherSerial& serial) {
    return connection_.guarded([&]() -> Result<std::optional<ports::VoucherRow>> {
        auto query = connection_.query(VOUCHER_COLUMNS "WHERE v.serial = ?");
        put_all(query, serial);
        return one_row(query, voucher_row);
    });
}

Result<std::optional<ports::VoucherRow>> TerminalStore::voucher_by_ean13(const std::string& digits) {
    return connection_.guarded([&]() -> Result<std::optional<ports::VoucherRow>> {
        auto query = connection_.query(VOUCHER_COLUMNS "WHERE v.ean13 = ?");
        put_all(query, digits);
        return one_row(query, voucher_row);
    });
}

Result<std::vector<ports::VoucherRow>> TerminalStore::vouchers_expired(CivilDate today) {
    return connection_.guarded([&]() -> Result<std::vector<ports::VoucherRow>> {
        auto query = connection_.query(
            VOUCHER_COLUMNS "WHERE v.state IN (0, 1, 2) AND v.expires < ? ORDER BY v.expires, v.serial");
        put_all(query, today);
        return all_rows(query, voucher_row);
    });
}

Result<std::uint64_t> TerminalStore::next_voucher_number() {
    return greatest_voucher_ == 0 ? 0 : greatest_voucher_ + 1;
}

Result<std::optional<ports::PrintJobRow>> TerminalStore::job(const PrintJobId& id) {
    return connection_.guarded([&]() -> Result<std::optional<ports::PrintJobRow>> {
        auto query = connection_.query(JOB_COLUMNS "WHERE id = ?");
        put_all(query, id);
        return one_row(query, job_row);
    });
}

Result<std::vector<ports::PrintJobRow>> TerminalStore::jobs_open() {
    return connection_.guarded([&]() -> Result<std::vector<ports::PrintJobRow>> {
        auto query = connection_.query(JOB_COLUMNS "WHERE state IN (0, 1, 3) ORDER BY sequence");
        return all_rows(query, job_row);
    });
}

Result<std::vector<core::followup::Promise>> TerminalStore::promises_open() {
    return connection_.guarded([&]() -> Result<std::vector<core::followup::Promise>> {
        auto query = connection_.query(
            "SELECT id, what, due, kept FROM promises WHERE kept IS NULL AND cancelled = 0 ORDER BY due, id");
        return all_rows(query, promise_row);
    });
}

#undef VOUCHER_COLUMNS
#undef JOB_COLUMNS

}  // namespace makegood::db::terminal
