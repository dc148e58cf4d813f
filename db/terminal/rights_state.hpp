// This register's rights in the tables. The steps are those of core/budget/rights_register; here are only the
// rows that they concern.
//
// What a giving takes stands in its recovery. The row of each pot would be a page more to write, so the rows
// of `rights` count the recoveries up to rights_book.counted, and the few that came after are added up when
// they are read.
#pragma once
#include "app/ports/store.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::terminal {

// Inside Connection::guarded or a transaction. Throws Contradiction for what can't follow from the state, and
// for a recovery whose column was edited.
class RightsState {
  public:
    explicit RightsState(engine::Connection& connection) : connection_(connection) {}

    // All of it; the marker and the device are kept elsewhere.
    ports::Rights load();
    // Of these pots alone, and which of their periods are forgotten.
    ports::Rights load(std::span<const core::budget::PotId> pots);

    void put(std::int64_t place, const ports::RightsChanged& event);
    // The recovery that it belongs to is to be written next: then it counts.
    void take(const core::budget::Taken& taken);
    void undo(const core::budget::Taken& taken);
    void release(const core::budget::Taken& taken);
    // What is remembered of the tables; whenever they were written by others, or written and rolled back.
    void forget() { known_.reset(); }

  private:
    template <class Change>
    void change_pots_of(const core::budget::Taken& taken, Change&& change);
    core::budget::RegisterBook book();
    std::optional<ports::RightsRow> row(const core::budget::PotId& id);
    void put(const ports::RightsRow& row);
    void know_pots_of(const core::budget::Taken& taken);

    // Each charge of the recoveries that no row counts yet; answers how many these recoveries are.
    template <class Do>
    std::int64_t for_uncounted(Do&& with);
    std::int64_t add_uncounted(core::budget::RegisterBook& book);
    // Brings the rows up to now.
    void count();

    engine::Connection& connection_;
    std::optional<core::budget::RegisterBook> known_;  // as it is now, of the pots that were charged
    std::int64_t uncounted_ = 0;                       // recoveries, while any pot is known
};

}  // namespace makegood::db::terminal
