// Finds what is open without an index, which each giving would have to write: it stands near the end of its
// table, and the first of it is remembered.
#pragma once
#include <limits>
#include <optional>

#include "app/ports/event.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::terminal {

// The recovery that stands for an incident, undone ones aside. Such a thing follows soon, or never.
std::optional<RecoveryId> recovery_of(engine::Connection& connection, const IncidentId& incident);

inline constexpr std::int64_t no_more = std::numeric_limits<std::int64_t>::max();  // a place behind all

// Nothing before these is open; what is may lie behind them.
class OpenThings {
  public:
    // Looks through the tables, once at opening. Throws SQLite::Exception.
    void look(engine::Connection& connection);
    // After an event was committed.
    void note(const ports::Event& event);

    std::int64_t first_unsettled = 0;       // place of a recovery
    std::int64_t first_job = 0;             // place of a print job
    std::optional<CivilDate> first_expiry;  // of a running voucher; none: no voucher runs

  private:
    void note(const core::voucher::Voucher& voucher);
};

}  // namespace makegood::db::terminal
