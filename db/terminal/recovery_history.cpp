#include "db/terminal/recovery_history.hpp"

#include <algorithm>

#include "db/terminal/columns.hpp"
#include "db/terminal/rows.hpp"

namespace makegood::db::terminal {
namespace {

using core::voucher::State;

// Longer ones are reports: what names a recovery holds a few short texts and one of 4 KiB, at worst escaped.
constexpr std::int64_t longest_of_interest = 32 * 1024;

// Where the kind of an event is found: behind device, sequence, time, person and the hash before it.
constexpr std::size_t longest_head = 400;

bool is_report(std::string_view bytes) {
    return bytes.substr(0, longest_head).find("\"event\":\"incident-reported\"") != std::string_view::npos;
}

std::string quoted(const std::string& id) {
    return '"' + id + '"';
}

}  // namespace

RecoveryHistory::RecoveryHistory(const ports::RecoveryGiven& given) : id_(given.id), job_(given.job) {
    names_.push_back(quoted(id_.text()));
    if (given.voucher) add(given.voucher->serial, given.job);
}

void RecoveryHistory::add(const VoucherSerial& serial, const std::optional<PrintJobId>& job) {
    vouchers_.push_back({serial, job, State::drafted, {}});
    names_.push_back(quoted(serial.text()));
    if (job) names_.push_back(quoted(job->text()));
}

Result<RecoveryHistory> RecoveryHistory::read(engine::Connection& connection, Journal& journal,
                                              const RecoveryId& id) {
    const auto fact = given(journal, id);
    if (!fact) return fail(fact.error());
    RecoveryHistory history(fact->given);
    auto rows = connection.query(
        "SELECT place, bytes FROM journal WHERE place > ? AND length(bytes) <= ? ORDER BY place");
    rows.bind(place_of(id.text())).bind(longest_of_interest);
    while (rows.step()) {
        const auto place = rows.take_integer();
        if (!history.may_concern(rows.take_view())) continue;
        const auto event = journal.event_at(place);
        if (!event) return fail(event.error());
        history.take(event->event);
    }
    return history;
}

bool RecoveryHistory::may_concern(std::string_view bytes) const {
    const auto is_in = [&](const std::string& name) { return bytes.find(name) != std::string_view::npos; };
    return !is_report(bytes) && std::any_of(names_.begin(), names_.end(), is_in);
}

RecoveryHistory::VoucherNow* RecoveryHistory::find(const VoucherSerial& serial) {
    const auto found = std::find_if(vouchers_.begin(), vouchers_.end(),
                                    [&](const auto& voucher) { return voucher.serial == serial; });
    return found == vouchers_.end() ? nullptr : &*found;
}

bool RecoveryHistory::has(const VoucherSerial& serial) const {
    return std::any_of(vouchers_.begin(), vouchers_.end(),
                       [&](const auto& voucher) { return voucher.serial == serial; });
}

void RecoveryHistory::end(const VoucherSerial& serial, State state) {
    if (auto* voucher = find(serial)) voucher->state = state;
}

void RecoveryHistory::take(const ports::Event& event) {
    if (const auto* undone = std::get_if<ports::RecoveryUndone>(&event); undone && undone->id == id_) {
        state_ = ports::RecoveryState::undone;
        if (!vouchers_.empty()) vouchers_.back().state = State::voided;
    }
    if (const auto* settled = std::get_if<ports::RecoverySettled>(&event); settled && settled->id == id_)
        state_ = ports::RecoveryState::settled;
    if (const auto* voided = std::get_if<ports::VoucherVoided>(&event)) end(voided->serial, State::voided);
    if (const auto* expired = std::get_if<ports::VoucherExpired>(&event))
        end(expired->serial, State::expired);
    if (const auto* used = std::get_if<ports::VoucherRedeemed>(&event)) end(used->serial, State::redeemed);
    if (const auto* finished = std::get_if<ports::PrintFinished>(&event)) take(*finished);
    if (const auto* replaced = std::get_if<ports::VoucherReplaced>(&event)) take(*replaced);
}

// A voucher that has ended meanwhile stays as it is.
void RecoveryHistory::take(const ports::PrintFinished& finished) {
    const auto voucher = std::find_if(vouchers_.begin(), vouchers_.end(),
                                      [&](const auto& each) { return each.job == finished.job; });
    if (voucher == vouchers_.end()) return;
    auto& state = voucher->state;
    if (state != State::drafted && state != State::unsure) return;
    if (finished.outcome == ports::PrintOutcome::printed) state = State::issued;
    if (finished.outcome == ports::PrintOutcome::unsure) state = State::unsure;
}

void RecoveryHistory::take(const ports::VoucherReplaced& replaced) {
    auto* old = find(replaced.old_serial);
    if (old == nullptr) return;
    old->state = State::voided;
    old->replaced_by = replaced.voucher.serial;
    add(replaced.voucher.serial, replaced.job);
    job_ = replaced.job;
}

bool RecoveryHistory::fits_tables(engine::Connection& connection) const {
    auto recovery = connection.query("SELECT state, voucher, job FROM recoveries WHERE place = ?");
    put_all(recovery, id_);
    if (!recovery.step()) return false;
    ports::RecoveryState state{};
    std::optional<VoucherSerial> voucher;
    std::optional<PrintJobId> job;
    take_all(recovery, state, voucher, job);
    const auto last = vouchers_.empty() ? std::nullopt : std::optional(vouchers_.back().serial);
    if (state != state_ || voucher != last || job != job_) return false;
    return std::all_of(vouchers_.begin(), vouchers_.end(), [&](const VoucherNow& expected) {
        auto row = connection.query("SELECT state, replaced_by, recovery FROM vouchers WHERE number = ?");
        put_all(row, number_in(expected.serial));
        if (!row.step()) return false;
        VoucherNow found;
        RecoveryId of;
        take_all(row, found.state, found.replaced_by, of);
        return found.state == expected.state && found.replaced_by == expected.replaced_by && of == id_;
    });
}

}  // namespace makegood::db::terminal
