#include "db/server/projection.hpp"

#include <string>

#include "db/server/unmet_rows.hpp"

namespace makegood::db::server {
namespace {

using core::voucher::State;
using engine::Connection;

std::string text(std::string_view word) {
    return std::string(word);
}

void set_voucher(Connection& connection, std::int64_t device, const VoucherSerial& serial, State state) {
    connection.query("UPDATE voucher SET state = ? WHERE device = ? AND serial = ?")
        .bind(text(core::voucher::word(state)))
        .bind(device)
        .bind(serial.text())
        .run();
}

void add_voucher(Connection& connection, std::int64_t device, const core::voucher::Voucher& voucher,
                 const std::string& recovery, const std::string& job) {
    connection
        .query(
            "INSERT INTO voucher (device, serial, recovery, job, value, state) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING")
        .bind(device)
        .bind(voucher.serial.text())
        .bind(recovery)
        .bind(job)
        .bind(voucher.value.minor())
        .bind(text(core::voucher::word(State::drafted)))
        .run();
}

__extension__ using Wide = __int128;

// What a voucher of `value` that was redeemed for `used` has cost of what was `reserved` for it, rounded up.
std::int64_t cost_of_use(std::int64_t reserved, std::int64_t used, std::int64_t value) {
    if (used >= value || used < 0) return reserved;
    return static_cast<std::int64_t>((static_cast<Wide>(reserved) * used + value - 1) / value);
}

// The voucher's recovery no longer holds money back.
void release_of(Connection& connection, std::int64_t device, const VoucherSerial& serial) {
    connection
        .query(
            "UPDATE recovery SET reserved = 0 WHERE device = ?1 AND id = "
            "(SELECT recovery FROM voucher WHERE device = ?1 AND serial = ?2)")
        .bind(device)
        .bind(serial.text())
        .run();
}

class Projector {
  public:
    Projector(Connection& connection, std::int64_t device, std::uint32_t epoch,
              const ports::RecordedEvent& recorded)
        : connection_(connection),
          device_(device),
          epoch_(epoch),
          recorded_(recorded),
          unmet_(connection, device) {}

    void operator()(const ports::ShopOpened& event) {
        connection_.query("UPDATE device SET currency = ?, time_zone = ? WHERE id = ?")
            .bind(event.currency)
            .bind(event.time_zone)
            .bind(device_)
            .run();
    }
    void operator()(const ports::IncidentReported& event) {
        const bool fresh =
            connection_
                .query("INSERT INTO incident (device, id, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .bind(device_)
                .bind(event.id.text())
                .bind(text(core::incident::word(event.incident.kind)))
                .run() == 1;
        if (fresh) unmet_.on(event, recorded_.stamp.at);
    }
    // What was recorded in error is no incident.
    void operator()(const ports::IncidentClosed& event) {
        if (event.why == ports::recorded_in_error) {
            connection_.query("DELETE FROM incident WHERE device = ? AND id = ?")
                .bind(device_)
                .bind(event.id.text())
                .run();
            unmet_.forget(event.id);
            return;
        }
        connection_.query("UPDATE incident SET closed_without = 1 WHERE device = ? AND id = ?")
            .bind(device_)
            .bind(event.id.text())
            .run();
    }
    void operator()(const ports::RecoveryGiven& event) {
        connection_
            .query(
                "INSERT INTO recovery (device, id, cost, worth, reserved) VALUES (?1, ?2, ?3, ?4, ?3) "
                "ON CONFLICT DO NOTHING")
            .bind(device_)
            .bind(event.id.text())
            .bind(event.offer.cost.minor())
            .bind(event.offer.worth.minor())
            .run();
        if (event.voucher)
            add_voucher(connection_, device_, *event.voucher, event.id.text(),
                        event.job ? event.job->text() : "");
        unmet_.on(event);
    }
    void operator()(const ports::RecoveryUndone& event) {
        connection_
            .query("UPDATE recovery SET undone = 1, reserved = 0, spent = 0 WHERE device = ? AND id = ?")
            .bind(device_)
            .bind(event.id.text())
            .run();
        connection_
            .query(
                "UPDATE voucher SET state = ? WHERE device = ? AND recovery = ? AND state IN "
                "('drafted', 'issued', 'unsure')")
            .bind(text(core::voucher::word(State::voided)))
            .bind(device_)
            .bind(event.id.text())
            .run();
        unmet_.on(event);
    }
    // Goods and gifts are spent; a voucher's money stays reserved until its own end.
    void operator()(const ports::RecoverySettled& event) {
        connection_
            .query(
                "UPDATE recovery SET spent = reserved, reserved = 0 WHERE device = ?1 AND id = ?2 AND undone "
                "= 0 "
                "AND NOT EXISTS (SELECT 1 FROM voucher WHERE device = ?1 AND recovery = ?2)")
            .bind(device_)
            .bind(event.id.text())
            .run();
    }
    void operator()(const ports::VoucherReplaced& event) {
        const auto held = held_for(event.old_serial);
        if (!held) return;
        set_voucher(connection_, device_, event.old_serial, State::voided);
        add_voucher(connection_, device_, event.voucher, held->recovery, event.job.text());
    }
    void operator()(const ports::VoucherVoided& event) {
        set_voucher(connection_, device_, event.serial, State::voided);
        release_of(connection_, device_, event.serial);
    }
    void operator()(const ports::VoucherRedeemed& event) {
        const auto held = held_for(event.serial);
        if (!held) return;
        set_voucher(connection_, device_, event.serial, State::redeemed);
        connection_.query("UPDATE recovery SET spent = ?, reserved = 0 WHERE device = ? AND id = ?")
            .bind(cost_of_use(held->reserved, event.value.minor(), held->value))
            .bind(device_)
            .bind(held->recovery)
            .run();
    }
    void operator()(const ports::VoucherExpired& event) {
        set_voucher(connection_, device_, event.serial, State::expired);
        release_of(connection_, device_, event.serial);
    }
    void operator()(const ports::PrintFinished& event) {
        if (event.outcome != ports::PrintOutcome::printed) return;
        connection_
            .query(
                "UPDATE voucher SET state = ? WHERE device = ? AND job = ? AND state IN ('drafted', "
                "'unsure')")
            .bind(text(core::voucher::word(State::issued)))
            .bind(device_)
            .bind(event.job.text())
            .run();
    }
    void operator()(const ports::OffersRenewed& event) { unmet_.on(event); }
    void operator()(const ports::WordsAskedFor& event) {
        unmet_.on(event, epoch_, recorded_.sequence, recorded_.stamp.at);
    }
    // Matters of the register alone.
    void operator()(const ports::BudgetSet&) {}
    void operator()(const ports::PrintStarted&) {}
    void operator()(const ports::CatalogueImported&) {}
    void operator()(const ports::SalesImported&) {}
    void operator()(const ports::PolicyPublished&) {}
    void operator()(const ports::StockCounted&) {}
    void operator()(const ports::PersonChanged&) {}
    void operator()(const ports::PromiseKept&) {}
    void operator()(const ports::ClockSetBack&) {}
    void operator()(const ports::ClockJumped&) {}
    void operator()(const ports::ClockConfirmed&) {}
    void operator()(const ports::RightsChanged&) {}

  private:
    // What stands behind a voucher.
    struct Held {
        std::string recovery;
        std::int64_t value = 0, reserved = 0;
    };
    std::optional<Held> held_for(const VoucherSerial& serial) {
        auto row = connection_.query(
            "SELECT recovery, value, reserved FROM voucher JOIN recovery ON recovery.device = voucher.device "
            "AND "
            "recovery.id = voucher.recovery WHERE voucher.device = ? AND serial = ?");
        row.bind(device_).bind(serial.text());
        if (!row.step()) return std::nullopt;
        Held held{row.take_text()};
        held.value = row.take_integer();
        held.reserved = row.take_integer();
        return held;
    }

    Connection& connection_;
    std::int64_t device_;
    std::uint32_t epoch_;
    const ports::RecordedEvent& recorded_;
    UnmetRows unmet_;
};

}  // namespace

void project(engine::Connection& connection, std::int64_t device, std::uint32_t epoch,
             const ports::RecordedEvent& event) {
    std::visit(Projector(connection, device, epoch, event), event.event);
}

}  // namespace makegood::db::server
