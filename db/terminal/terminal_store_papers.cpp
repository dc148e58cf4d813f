// Vouchers, print jobs and promises.
#include "db/terminal/columns.hpp"
#include "db/terminal/recorded_facts.hpp"
#include "db/terminal/recovery_history.hpp"
#include "db/terminal/rows.hpp"
#include "db/terminal/terminal_store.hpp"

namespace makegood::db::terminal {
namespace {

using engine::Query;

// What the table says of a voucher.
struct Row {
    VoucherSerial serial;
    std::int64_t drafted = no_place;
    core::voucher::State state = core::voucher::State::drafted;
    Money value;
    CivilDate expires;
    RecoveryId recovery;
    std::optional<VoucherSerial> replaced_by;
    std::string day;
};

Row voucher_row(Query& query) {
    Row row;
    take_all(query, row.serial, row.drafted, row.state, row.value, row.expires, row.recovery, row.replaced_by,
             row.day);
    return row;
}

#define VOUCHER_COLUMNS                                                                             \
    "SELECT v.serial, v.drafted, v.state, v.value, v.expires, v.recovery, v.replaced_by, r.period " \
    "FROM vouchers v JOIN recoveries r ON r.place = v.recovery "
#define JOB_COLUMNS "SELECT place, recovery, voucher, state, attempts, proof FROM print_jobs "

// What the voucher is worth is read from the journal; the table adds only what has become of it.
Result<ports::VoucherRow> with_facts(Journal& journal, const Row& row) {
    auto voucher = drafted(journal, row.drafted, row.serial);
    if (!voucher) return fail(voucher.error());
    if (voucher->value != row.value || voucher->expires != row.expires)
        return differs("voucher " + row.serial.text());
    voucher->state = row.state;
    return ports::VoucherRow{std::move(*voucher), row.recovery, row.day, row.replaced_by};
}

Result<std::optional<ports::VoucherRow>> with_facts(Journal& journal, const std::optional<Row>& row) {
    if (!row) return std::optional<ports::VoucherRow>();
    auto found = with_facts(journal, *row);
    if (!found) return fail(found.error());
    return std::optional(std::move(*found));
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
    return connection_.guarded([&] {
        auto query = connection_.query(VOUCHER_COLUMNS "WHERE v.number = ? AND v.serial = ?");
        put_all(query, number_in(serial), serial);
        return with_facts(journal_, one_row(query, voucher_row));
    });
}

Result<std::optional<ports::VoucherRow>> TerminalStore::voucher_by_ean13(const std::string& digits) {
    auto found = connection_.guarded([&] {
        auto query = connection_.query(VOUCHER_COLUMNS "WHERE v.number = ?");
        put_all(query, number_in(digits));
        return with_facts(journal_, one_row(query, voucher_row));
    });
    if (found && *found && (*found)->voucher.ean13 != digits) found->reset();  // its last digit is wrong
    return found;
}

Result<std::vector<ports::VoucherRow>> TerminalStore::vouchers_expired(CivilDate today) {
    if (!open_.first_expiry || today <= *open_.first_expiry) return std::vector<ports::VoucherRow>();
    return connection_.guarded([&]() -> Result<std::vector<ports::VoucherRow>> {
        auto query = connection_.query(
            VOUCHER_COLUMNS "WHERE v.state IN (0, 1, 2) AND v.expires < ? ORDER BY v.expires, v.serial");
        put_all(query, today);
        std::vector<ports::VoucherRow> found;
        for (const auto& row : all_rows(query, voucher_row)) {
            auto voucher = with_facts(journal_, row);
            if (voucher) found.push_back(std::move(*voucher));  // one that was changed keeps its money
        }
        if (found.empty()) open_.look(connection_);  // those that were first have ended
        return found;
    });
}

Result<> TerminalStore::prove(const RecoveryId& id) {
    const auto row = recovery(id);
    if (!row) return fail(row.error());
    if (!*row) return {};
    return connection_.guarded([&]() -> Result<> {
        const auto history = RecoveryHistory::read(connection_, journal_, id);
        if (!history) return fail(history.error());
        if (!history->fits_tables(connection_)) return differs("recovery " + id.text());
        return {};
    });
}

Result<> TerminalStore::prove(const VoucherSerial& serial) {
    const auto row = voucher(serial);
    if (!row) return fail(row.error());
    if (!*row) return {};
    return connection_.guarded([&]() -> Result<> {
        const auto history = RecoveryHistory::read(connection_, journal_, (*row)->recovery);
        if (!history) return fail(history.error());
        if (history->has(serial) && history->fits_tables(connection_)) return {};
        return differs("voucher " + serial.text());
    });
}

Result<std::uint64_t> TerminalStore::next_voucher_number() {
    return greatest_voucher_ == 0 ? 0 : greatest_voucher_ + 1;
}

Result<std::optional<ports::PrintJobRow>> TerminalStore::job(const PrintJobId& id) {
    return connection_.guarded([&]() -> Result<std::optional<ports::PrintJobRow>> {
        auto query = connection_.query(JOB_COLUMNS "WHERE place = ?");
        put_all(query, id);
        return one_row(query, job_row);
    });
}

Result<std::vector<ports::PrintJobRow>> TerminalStore::jobs_open() {
    return connection_.guarded([&]() -> Result<std::vector<ports::PrintJobRow>> {
        auto query = connection_.query(JOB_COLUMNS "WHERE place >= ? AND state IN (0, 1, 3) ORDER BY place");
        put_all(query, open_.first_job);
        auto jobs = all_rows(query, job_row);
        open_.first_job = jobs.empty() ? no_more : place_of(jobs.front().id.text());
        return jobs;
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
