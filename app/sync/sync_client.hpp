// Sends a register's journal to head office. Used by one thread; may block for as long as its times allow.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "app/ports/sync_link.hpp"
#include "app/sync/enrolment.hpp"
#include "app/sync/signed_exchange.hpp"
#include "app/wire/enrolment_ticket.hpp"

namespace makegood::sync {

struct SyncOptions {
    CallOptions call;
    std::size_t batch_events = wire::segment_events;
    // After each acknowledgement: up to where of how many. May be empty.
    std::function<void(std::uint64_t acknowledged, std::uint64_t last)> progress;
};

struct Newcomer {
    DeviceId device;
    std::string store, register_name;
};

struct SyncReport {
    std::uint64_t sent = 0;                // events that this run sent, again or for the first time
    std::uint64_t acknowledged = 0;        // head office has all up to this one
    std::optional<Duration> clock_offset;  // head office's time less ours, when ours was too wrong to use
};

class SyncClient {
  public:
    // All outlive the SyncClient.
    SyncClient(const ports::Signer& signer, const ports::Clock& clock, ports::Random& random,
               SyncOptions options = {});

    // Shows the one-time code; the caller keeps the answer (save_enrolment), and gives its authority to later
    // clients. Doing it again with the same code and key, because an answer was lost, answers the same.
    // refused: with head office's reason.
    // A ticket without a key (typed, not scanned) takes any that answers; the six digits show which it was.
    Result<Enrolment> enrol(const wire::EnrolmentTicket& ticket, const Newcomer& newcomer);
    // Of an enrolment that waits. needs_approval: it still does. refused: it was turned away, or revoked.
    Result<> must_be_confirmed(const Enrolment& enrolment, ports::SyncLink& link);
    // Whether head office's last word was that this register is none of its own.
    bool was_turned_away() const;

    // One run: asks what head office has, sends the rest in order, and moves the mark only to where a signed
    // acknowledgement names this journal's own hash. Ends at the newest event that there was at its start.
    // An error leaves the mark where the last acknowledgement put it; the next run goes on from there.
    Result<SyncReport> run_once(const Enrolment& enrolment, ports::SyncLink& link);

  private:
    class Run;
    const ports::Signer& signer_;
    SyncOptions options_;
    SignedExchange exchange_;
};

// Six digits that the register and head office's page both show; a person compares them after enrolling.
std::string match_number(const Enrolment& enrolment, const ports::Signer& signer);

}  // namespace makegood::sync
