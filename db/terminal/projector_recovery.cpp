#include "db/terminal/columns.hpp"
#include "db/terminal/projector.hpp"
#include "db/terminal/taken_text.hpp"

namespace makegood::db::terminal {

using ports::JobState;
using ports::RecoveryState;

bool Projector::has_money_for(const ports::Event& event) {
    const auto* given = std::get_if<ports::RecoveryGiven>(&event);
    if (given == nullptr) return true;
    return money_.fits(given->period, given->limit, {given->offer.cost, given->offer.worth});
}

void Projector::must_be_open(const IncidentId& id, const char* otherwise) {
    auto is_open = connection_.query(
        "SELECT 1 FROM incidents WHERE place = ?1 AND closed = 0 AND NOT EXISTS (SELECT 1 FROM recoveries "
        "WHERE place > ?1 AND incident = ?1 AND state <> 2)");
    put_all(is_open, id);
    if (!is_open.step()) throw Contradiction(otherwise);
}

void Projector::on(const Place& place, const ports::RecoveryGiven& event) {
    must_be_open(event.incident, "gives for an incident that is not open");
    money_.reserve(event.period, {event.offer.cost, event.offer.worth});
    rights_.take(event.taken);
    insert_recovery(place, event);
    if (event.voucher) insert_voucher(place, *event.voucher, event.id);
    if (event.promise) {
        auto promise = connection_.query(
            "INSERT INTO promises (id, what, due, kept, cancelled, recovery) VALUES (?, ?, ?, ?, 0, ?)");
        put_all(promise, event.promise->id, event.promise->what, event.promise->due, event.promise->kept,
                event.id.text())
            .run();
    }
    if (event.job) insert_job(place, *event.job, event.id, event.voucher ? &event.voucher->serial : nullptr);
}

void Projector::insert_recovery(const Place& place, const ports::RecoveryGiven& event) {
    auto insert = connection_.query(
        "INSERT INTO recoveries (place, state, at, incident, period, cost, worth, article, quantity, job, "
        "by, kind, voucher, promise, taken) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put_all(insert, named(event.id, place.at), RecoveryState::given, place.stamp.at, event.incident,
            event.period, event.offer.cost, event.offer.worth, event.offer.article, event.offer.quantity,
            event.job, place.stamp.by, event.offer.kind);
    event.voucher ? put(insert, event.voucher->serial) : put(insert, nullptr);
    event.promise ? put(insert, event.promise->id) : put(insert, nullptr);
    event.taken.charges.empty() ? put(insert, nullptr) : put(insert, text_of(event.taken));
    insert.run();
}

void Projector::on(const Place&, const ports::RecoveryUndone& event) {
    const auto recovery = existing_recovery(event.id);
    if (recovery.state != RecoveryState::given)
        throw Contradiction("undoes a recovery that is settled or undone");
    auto undo = connection_.query("UPDATE recoveries SET state = ? WHERE place = ?");
    put_all(undo, RecoveryState::undone, event.id).run();
    if (recovery.voucher) change_voucher(*recovery.voucher, core::voucher::State::voided);
    money_.release(recovery.day, recovery.amounts);
    event.by_its_giver ? rights_.undo(recovery.taken) : rights_.release(recovery.taken);
    cancel_promise_and_paper(recovery);
}

// Paper that is on its way stays in "sending": only the printer knows how it ends.
void Projector::cancel_promise_and_paper(const Recovery& recovery) {
    if (recovery.promise) {
        auto promise = connection_.query("UPDATE promises SET cancelled = 1 WHERE id = ? AND kept IS NULL");
        put_all(promise, *recovery.promise).run();
    }
    if (recovery.job) {
        auto paper = connection_.query("UPDATE print_jobs SET state = ? WHERE place = ? AND state IN (?, ?)");
        put_all(paper, JobState::cancelled, *recovery.job, JobState::queued, JobState::unsure).run();
    }
}

void Projector::on(const Place&, const ports::RecoverySettled& event) {
    const auto recovery = existing_recovery(event.id);
    if (recovery.state != RecoveryState::given)
        throw Contradiction("settles a recovery that is settled or undone");
    auto settle = connection_.query("UPDATE recoveries SET state = ?, spent = ? WHERE place = ?");
    put_all(settle, RecoveryState::settled, !recovery.voucher, event.id).run();
    // The money of a voucher moves when the voucher ends.
    if (!recovery.voucher) money_.settle(recovery.day, recovery.amounts, recovery.amounts);
}

Projector::Recovery Projector::existing_recovery(const RecoveryId& id) {
    auto row = connection_.query(
        "SELECT period, state, voucher, promise, job, cost, worth, taken FROM recoveries WHERE place = ?");
    put_all(row, id);
    if (!row.step()) throw Contradiction("names a recovery that was never given");
    Recovery recovery;
    take_all(row, recovery.day, recovery.state, recovery.voucher, recovery.promise, recovery.job,
             recovery.amounts.cost, recovery.amounts.worth);
    std::optional<std::string> taken;
    take(row, taken);
    if (taken) recovery.taken = taken_of(*taken);
    return recovery;
}

}  // namespace makegood::db::terminal
