#include "db/terminal/open_things.hpp"

#include <algorithm>

#include "db/terminal/columns.hpp"
#include "db/terminal/rows.hpp"

namespace makegood::db::terminal {
namespace {

template <class Value>
std::optional<Value> first(engine::Query query) {
    std::optional<Value> found;
    if (query.step()) take(query, found);
    return found;
}

}  // namespace

std::optional<RecoveryId> recovery_of(engine::Connection& connection, const IncidentId& incident) {
    auto query = connection.query(
        "SELECT place FROM recoveries WHERE place > ?1 AND incident = ?1 AND state <> 2 ORDER BY place "
        "LIMIT 1");
    put_all(query, incident);
    return one_row(query, [](engine::Query& row) {
        RecoveryId id;
        take(row, id);
        return id;
    });
}

void OpenThings::look(engine::Connection& connection) {
    first_unsettled =
        first<std::int64_t>(connection.query("SELECT min(place) FROM recoveries WHERE state = 0"))
            .value_or(no_more);
    first_job =
        first<std::int64_t>(connection.query("SELECT min(place) FROM print_jobs WHERE state IN (0, 1, 3)"))
            .value_or(no_more);
    first_expiry =
        first<CivilDate>(connection.query("SELECT min(expires) FROM vouchers WHERE state IN (0, 1, 2)"));
}

void OpenThings::note(const core::voucher::Voucher& voucher) {
    first_expiry = std::min(first_expiry.value_or(voucher.expires), voucher.expires);
}

void OpenThings::note(const ports::Event& event) {
    const auto job_at = [&](const PrintJobId& id) { first_job = std::min(first_job, place_of(id.text())); };
    if (const auto* given = std::get_if<ports::RecoveryGiven>(&event)) {
        first_unsettled = std::min(first_unsettled, place_of(given->id.text()));
        if (given->job) job_at(*given->job);
        if (given->voucher) note(*given->voucher);
    } else if (const auto* replaced = std::get_if<ports::VoucherReplaced>(&event)) {
        job_at(replaced->job);
        note(replaced->voucher);
    } else if (const auto* finished = std::get_if<ports::PrintFinished>(&event)) {
        job_at(finished->job);  // it may be queued again
    }
}

}  // namespace makegood::db::terminal
