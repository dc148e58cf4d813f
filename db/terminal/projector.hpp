// The one function from events to state tables, used by commit and by rebuild alike (I7).
#pragma once
#include "app/ports/store.hpp"
#include "db/engine/connection.hpp"
#include "db/terminal/contradiction.hpp"
#include "db/terminal/money_state.hpp"
#include "db/terminal/places.hpp"
#include "db/terminal/rights_state.hpp"

namespace makegood::db::terminal {

// Another voucher has this serial or these 13 digits: the number range was changed to one already used.
struct VoucherNumberTaken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Projector {
  public:
    explicit Projector(engine::Connection& connection)
        : connection_(connection), money_(connection), rights_(connection) {}

    // Whether its money is there. Not asked again of what was recorded before.
    [[nodiscard]] bool has_money_for(const ports::Event& event);

    // Inside a transaction. Throws Contradiction, VoucherNumberTaken and SQLite::Exception; the caller
    // then rolls back.
    void apply(std::int64_t place, const ports::Stamp& stamp, const ports::Event& event);
    // After a roll-back, or when others have written the tables.
    void forget() { rights_.forget(); }

  private:
    struct Place {
        std::int64_t at;
        const ports::Stamp& stamp;
    };
    // What the ending of a recovery or of its voucher has to know about it.
    struct Recovery {
        std::string day;
        ports::RecoveryState state = ports::RecoveryState::given;
        std::optional<VoucherSerial> voucher;
        std::optional<PromiseId> promise;
        std::optional<PrintJobId> job;
        Amounts amounts;
        core::budget::Taken taken;
    };
    struct VoucherNow {
        core::voucher::State state = core::voucher::State::drafted;
        Money value;
        RecoveryId recovery;
    };

    void on(const Place&, const ports::ShopOpened&);
    void on(const Place&, const ports::BudgetSet&);
    void on(const Place&, const ports::IncidentReported&);
    void on(const Place&, const ports::IncidentClosed&);
    void on(const Place&, const ports::RecoveryGiven&);
    void on(const Place&, const ports::RecoveryUndone&);
    void on(const Place&, const ports::RecoverySettled&);
    void on(const Place&, const ports::VoucherReplaced&);
    void on(const Place&, const ports::VoucherVoided&);
    void on(const Place&, const ports::VoucherRedeemed&);
    void on(const Place&, const ports::VoucherExpired&);
    void on(const Place&, const ports::PrintStarted&);
    void on(const Place&, const ports::PrintFinished&);
    void on(const Place&, const ports::CatalogueImported&);
    void on(const Place&, const ports::SalesImported&);
    void on(const Place&, const ports::PromiseKept&);
    void on(const Place&, const ports::ClockSetBack&);
    void on(const Place&, const ports::ClockJumped&);
    void on(const Place&, const ports::ClockConfirmed&);
    void on(const Place&, const ports::OffersRenewed&);
    void on(const Place&, const ports::WordsAskedFor&);
    void on(const Place&, const ports::StockCounted&);
    void on(const Place&, const ports::PersonChanged&);
    void on(const Place&, const ports::RightsChanged&);
    void on(const Place&, const ports::PolicyPublished&);

    void must_be_open(const IncidentId&, const char* otherwise);
    void open_sign_in(const PersonId& whose);
    void believe(const core::budget::BelievedTime&);
    void insert_recovery(const Place&, const ports::RecoveryGiven&);
    void insert_voucher(const Place&, const core::voucher::Voucher&, const RecoveryId&);
    void insert_job(const Place&, const PrintJobId&, const RecoveryId&, const VoucherSerial*);
    void cancel_promise_and_paper(const Recovery&);
    void mark_voucher_printed(const VoucherSerial&, ports::JobState);
    Recovery existing_recovery(const RecoveryId&);
    VoucherNow existing_voucher(const VoucherSerial&);
    // Answers how it was before. Throws for a step that core::voucher does not allow.
    VoucherNow change_voucher(const VoucherSerial&, core::voucher::State);
    void end_paper_of(const VoucherSerial& serial, ports::JobState state);
    void end_unused_voucher(const VoucherSerial&, core::voucher::State);
    // Its voucher came to an end: what was reserved is spent but for `freed`, which counts no more.
    void end_money(const RecoveryId&, bool spent, Amounts freed);

    engine::Connection& connection_;
    MoneyState money_;
    RightsState rights_;
};

// The number at the end of "MG-29-0000000017"; 0 when there is none.
std::uint64_t running_number(const VoucherSerial& serial);

// The id itself. Throws Contradiction for one that does not name its own event.
template <class Id>
const Id& named(const Id& id, std::int64_t place) {
    if (place_of(id.text()) != place) throw Contradiction("makes something under another's name");
    return id;
}

}  // namespace makegood::db::terminal
