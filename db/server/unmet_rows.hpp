// What was asked for in the stores and not there, on its way into head office's tables.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/event.hpp"
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
    // It was recorded in error.
    void forget(const IncidentId& incident);

  private:
    void call(const std::vector<core::recovery::Offer>& offers);
    void call(const ArticleNumber& article, const std::string& name);
    engine::Connection& connection_;
    std::int64_t device_;
};

// What stands in missed.shown.
std::vector<ArticleNumber> shown_in(std::string_view list);

}  // namespace makegood::db::server
