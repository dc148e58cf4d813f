// What has become of one recovery, its vouchers and its paper by the events that name them, and nothing else:
// the proof behind what the tables say (I5, I7).
#pragma once
#include "db/terminal/recorded_facts.hpp"

namespace makegood::db::terminal {

class RecoveryHistory {
  public:
    // Reads the journal from the giving on. failed: an event of it was changed.
    static Result<RecoveryHistory> read(engine::Connection& connection, Journal& journal,
                                        const RecoveryId& id);

    struct VoucherNow {
        VoucherSerial serial;
        std::optional<PrintJobId> job;  // that prints it
        core::voucher::State state = core::voucher::State::drafted;
        std::optional<VoucherSerial> replaced_by;
    };

    // Whether the tables say the same. Inside Connection::guarded.
    bool fits_tables(engine::Connection& connection) const;
    // Whether the voucher is one of this recovery's.
    bool has(const VoucherSerial& serial) const;

  private:
    explicit RecoveryHistory(const ports::RecoveryGiven& given);
    // Whether the bytes of an event may name something of this recovery.
    bool may_concern(std::string_view bytes) const;
    void add(const VoucherSerial& serial, const std::optional<PrintJobId>& job);
    void take(const ports::Event& event);
    void take(const ports::PrintFinished& finished);
    void take(const ports::VoucherReplaced& replaced);
    void end(const VoucherSerial& serial, core::voucher::State state);
    VoucherNow* find(const VoucherSerial& serial);

    RecoveryId id_;
    ports::RecoveryState state_ = ports::RecoveryState::given;
    std::vector<VoucherNow> vouchers_;  // the last one counts
    std::optional<PrintJobId> job_;     // of the last piece, which may be a sticker
    std::vector<std::string> names_;    // of all these, as they stand in an event
};

}  // namespace makegood::db::terminal
