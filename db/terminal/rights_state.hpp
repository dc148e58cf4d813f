// This register's rights in the tables. The steps are those of core/budget/rights_register; here are only the
// rows that they concern.
#pragma once
#include "app/ports/store.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::terminal {

// Inside Connection::guarded or a transaction.
class RightsState {
  public:
    explicit RightsState(engine::Connection& connection) : connection_(connection) {}

    // All of it; the marker and the device are kept elsewhere.
    ports::Rights load();
    // Of these pots alone, and which of their periods are forgotten.
    ports::Rights load(std::span<const core::budget::PotId> pots);

    // Throw Contradiction for what can't follow from the state.
    void put(const ports::RightsChanged& event);
    void take(const core::budget::Taken& taken);
    void undo(const core::budget::Taken& taken);
    void release(const core::budget::Taken& taken);

  private:
    template <class Change>
    void change_pots_of(const core::budget::Taken& taken, Change&& change);
    core::budget::RegisterBook book();
    std::optional<ports::RightsRow> row(const core::budget::PotId& id);
    void put(const ports::RightsRow& row);

    engine::Connection& connection_;
};

// The same without `amount` of each charge, where it has so much.
core::budget::Taken less(core::budget::Taken taken, const core::budget::Amount& amount);

}  // namespace makegood::db::terminal
