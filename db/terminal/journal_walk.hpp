// Goes through the events of a journal one by one and says what is wrong with it.
#pragma once
#include "db/terminal/journal.hpp"

namespace makegood::db::terminal {

struct JournalRow {
    std::int64_t place = 0;
    std::string bytes, hash;
};
// Of "place, bytes, hash".
JournalRow journal_row(engine::Query& query);

class JournalWalk {
  public:
    JournalWalk(const ports::EventCodec& codec, DeviceId device);

    // What is wrong with the row, in words; empty when it continues the chain.
    std::string take(const JournalRow& row);
    // The last good one.
    const ports::JournalMark& mark() const { return mark_; }
    // That row, decoded.
    const ports::RecordedEvent& event() const { return event_; }

  private:
    std::string problem_with(const JournalRow& row);
    bool names_the_end(const ports::Event& event) const;

    ports::EventCodec codec_;
    DeviceId device_;
    ports::JournalMark mark_;
    ports::RecordedEvent event_;
};

// What is wrong with the record of the journal's end when its last event is `end`; empty: nothing.
std::string problem_with_end(engine::Connection& connection, const ports::JournalMark& end,
                             const Key& head_key);

}  // namespace makegood::db::terminal
