// What was asked for in the stores and not there, as head office's tables hold it.
#pragma once
#include "app/ports/receiver_store.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::server {

// Each inside the transaction that stores the event; throws what SQLite throws. What is not about a missing
// article changes nothing.
class UnmetRows {
  public:
    UnmetRows(engine::Connection& connection, std::int64_t device)
        : connection_(connection), device_(device) {}

    void on(const ports::IncidentReported& event, Instant at);
    void on(const ports::OffersRenewed& event);
    void on(const ports::RecoveryGiven& event);
    void on(const ports::RecoveryUndone& event);
    void on(const ports::WordsAskedFor& event, std::uint32_t epoch, std::uint64_t sequence, Instant at);

  private:
    void show(const IncidentId& incident, const std::vector<core::recovery::Offer>& offers);
    engine::Connection& connection_;
    std::int64_t device_;
};

// By store; throws what SQLite throws.
std::vector<ports::StoreUnmet> read_unmet(engine::Connection& connection, Instant now,
                                          const ports::DayInZone& day_in_zone);

}  // namespace makegood::db::server
