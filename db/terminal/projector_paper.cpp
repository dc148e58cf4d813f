#include <charconv>

#include "app/core/voucher/voucher.hpp"
#include "db/terminal/columns.hpp"
#include "db/terminal/projector.hpp"

namespace makegood::db::terminal {

using core::voucher::State;
using ports::JobState;
using ports::PrintOutcome;

namespace {

// What a job becomes; nullopt for what can't happen to it. Paper of an undone recovery is neither printed
// again nor asked about.
std::optional<JobState> after(JobState now, PrintOutcome outcome, bool undone, bool is_sticker) {
    const bool in_doubt = now == JobState::sending || now == JobState::unsure;
    const bool withdrawn = now == JobState::cancelled || now == JobState::queued;
    switch (outcome) {
        case PrintOutcome::printed:
            if (in_doubt) return JobState::printed;
            break;
        case PrintOutcome::not_printed:
            if (in_doubt || (now == JobState::torn && is_sticker))
                return undone ? JobState::cancelled : JobState::queued;
            break;
        case PrintOutcome::unsure:
            if (in_doubt) return undone ? JobState::cancelled : JobState::unsure;
            break;
        case PrintOutcome::torn:
            if (in_doubt || now == JobState::printed) return JobState::torn;
            break;
        case PrintOutcome::cancelled:
            if (in_doubt || withdrawn) return JobState::cancelled;
            break;
    }
    return std::nullopt;
}

__extension__ using Wide = __int128;

// The part of `reserved` that a voucher of `value` used up when it was redeemed for `used`, rounded up: the
// store never counts less than it cost.
Money share(Money reserved, Money used, Money value) {
    if (used == value) return reserved;
    const Wide exact = static_cast<Wide>(reserved.minor()) * used.minor();
    return Money::minor(static_cast<std::int64_t>((exact + value.minor() - 1) / value.minor()));
}

}  // namespace

std::uint64_t running_number(const VoucherSerial& serial) {
    const auto& text = serial.text();
    const auto digits = text.substr(text.find_last_not_of("0123456789") + 1);
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

void Projector::insert_voucher(const Place& place, const core::voucher::Voucher& voucher,
                               const RecoveryId& recovery) {
    const auto number = number_in(voucher.serial);
    if (voucher.state != State::drafted) throw Contradiction("makes a voucher that is not drafted");
    if (number == no_place || number != number_in(voucher.ean13))
        throw Contradiction("makes a voucher whose serial and bars differ");
    auto insert = connection_.query(
        "INSERT INTO vouchers (number, serial, drafted, state, value, expires, recovery) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    put_all(insert, number, voucher.serial, place.at, voucher.state, voucher.value, voucher.expires,
            recovery);
    if (insert.run() == 0) throw VoucherNumberTaken(voucher.serial.text());
}

void Projector::insert_job(const Place& place, const PrintJobId& id, const RecoveryId& recovery,
                           const VoucherSerial* voucher) {
    auto insert = connection_.query(
        "INSERT INTO print_jobs (place, state, recovery, attempts, proof, voucher) "
        "VALUES (?, ?, ?, 0, '', ?)");
    put_all(insert, named(id, place.at), JobState::queued, recovery);
    voucher ? put(insert, *voucher) : put(insert, nullptr);
    insert.run();
}

Projector::VoucherNow Projector::existing_voucher(const VoucherSerial& serial) {
    auto row =
        connection_.query("SELECT state, value, recovery FROM vouchers WHERE number = ? AND serial = ?");
    put_all(row, number_in(serial), serial);
    if (!row.step()) throw Contradiction("names a voucher that was never made");
    VoucherNow voucher;
    take_all(row, voucher.state, voucher.value, voucher.recovery);
    return voucher;
}

Projector::VoucherNow Projector::change_voucher(const VoucherSerial& serial, State state) {
    auto voucher = existing_voucher(serial);
    if (!core::voucher::may_become(voucher.state, state))
        throw Contradiction("takes a voucher a step it can't take");
    auto change = connection_.query("UPDATE vouchers SET state = ? WHERE number = ?");
    put_all(change, state, number_in(serial)).run();
    return voucher;
}

void Projector::end_unused_voucher(const VoucherSerial& serial, State state) {
    const auto voucher = change_voucher(serial, state);
    end_paper_of(serial, JobState::cancelled);
    const auto recovery = existing_recovery(voucher.recovery);
    money_.release(recovery.day, recovery.amounts);
    rights_.release(recovery.taken);
    end_money(voucher.recovery, false, recovery.amounts);
}

// Paper of a voucher that has ended is neither printed nor asked about any more. Only few pieces are open.
void Projector::end_paper_of(const VoucherSerial& serial, JobState state) {
    auto change = connection_.query(
        "UPDATE print_jobs SET state = ? WHERE state IN (0, 1, 3) AND voucher = ? AND state <> ?");
    put_all(change, state, serial, JobState::sending).run();
}

void Projector::on(const Place&, const ports::VoucherVoided& event) {
    end_unused_voucher(event.serial, State::voided);
}

void Projector::on(const Place&, const ports::VoucherExpired& event) {
    end_unused_voucher(event.serial, State::expired);
}

void Projector::on(const Place&, const ports::VoucherRedeemed& event) {
    const auto voucher = change_voucher(event.serial, State::redeemed);
    end_paper_of(event.serial, JobState::printed);  // the customer held it in hand
    if (event.value < Money{} || event.value > voucher.value)
        throw Contradiction("redeems more than a voucher's value");
    const auto recovery = existing_recovery(voucher.recovery);
    const Amounts spent{share(recovery.amounts.cost, event.value, voucher.value),
                        share(recovery.amounts.worth, event.value, voucher.value)};
    money_.settle(recovery.day, recovery.amounts, spent);
    rights_.release(less(recovery.taken, {spent.cost, spent.worth}));
    end_money(voucher.recovery, true,
              {recovery.amounts.cost - spent.cost, recovery.amounts.worth - spent.worth});
}

void Projector::end_money(const RecoveryId& recovery, bool spent, Amounts freed) {
    auto change =
        connection_.query("UPDATE recoveries SET spent = ?, freed_cost = ?, freed_worth = ? WHERE place = ?");
    put_all(change, spent, freed.cost, freed.worth, recovery).run();
}

void Projector::on(const Place& place, const ports::VoucherReplaced& event) {
    const auto old = change_voucher(event.old_serial, State::voided);
    if (event.voucher.value != old.value) throw Contradiction("replaces a voucher by one of another value");
    auto link = connection_.query("UPDATE vouchers SET replaced_by = ? WHERE number = ?");
    put_all(link, event.voucher.serial, number_in(event.old_serial)).run();
    insert_voucher(place, event.voucher, old.recovery);
    insert_job(place, event.job, old.recovery, &event.voucher.serial);
    auto current = connection_.query("UPDATE recoveries SET voucher = ?, job = ? WHERE place = ?");
    put_all(current, event.voucher.serial, event.job, old.recovery).run();
}

void Projector::on(const Place&, const ports::PrintStarted& event) {
    auto start =
        connection_.query("UPDATE print_jobs SET state = ?, attempts = ? WHERE place = ? AND state = ?");
    must_be_one(put_all(start, JobState::sending, event.attempt, event.job, JobState::queued).run(),
                "prints a piece that is not queued");
}

void Projector::on(const Place&, const ports::PrintFinished& event) {
    JobState now{};
    RecoveryId recovery;
    std::optional<VoucherSerial> voucher;
    {
        auto row = connection_.query("SELECT state, recovery, voucher FROM print_jobs WHERE place = ?");
        put_all(row, event.job);
        if (!row.step()) throw Contradiction("ends a print job that was never queued");
        take_all(row, now, recovery, voucher);
    }
    const bool undone = existing_recovery(recovery).state == ports::RecoveryState::undone;
    const auto next = after(now, event.outcome, undone, !voucher);
    if (!next) throw Contradiction("ends a print job that is not under way");
    auto finish = connection_.query("UPDATE print_jobs SET state = ?, proof = ? WHERE place = ?");
    put_all(finish, *next, event.proof, event.job).run();
    if (voucher) mark_voucher_printed(*voucher, *next);
}

// A voucher that has ended meanwhile stays as it is.
void Projector::mark_voucher_printed(const VoucherSerial& serial, JobState job) {
    if (job != JobState::printed && job != JobState::unsure) return;
    const auto state = job == JobState::printed ? State::issued : State::unsure;
    auto change = connection_.query("UPDATE vouchers SET state = ? WHERE number = ? AND state IN (?, ?)");
    put_all(change, state, number_in(serial), State::drafted, State::unsure).run();
}

}  // namespace makegood::db::terminal
