// Goes through the whole journal in small steps while the register works: the chain of its hashes, and the
// tables that follow from it. What `journal verify` and `journal rebuild --check` do at once.
#pragma once
#include <memory>

#include "db/terminal/journal_walk.hpp"
#include "db/terminal/projector.hpp"

namespace makegood::db::terminal {

class SelfCheck {
  public:
    SelfCheck(engine::Connection& connection, const ports::EventCodec& codec, const DeviceSigner& device);

    // Looks at so many more events. failed, from then on: somebody changed the journal or the tables.
    Result<> step(std::size_t events);
    // What step answered last when it failed.
    Result<> found() const;
    // All was looked at since it was begun.
    bool done() const { return done_; }
    // From the first event again, forgetting what was found.
    void begin_again();

  private:
    Result<> look(std::size_t events);
    Result<> take(const JournalRow& row);
    Result<> at_the_end();

    engine::Connection& connection_;
    ports::EventCodec codec_;
    DeviceId device_;
    Key head_key_;
    std::optional<JournalWalk> walk_;
    std::unique_ptr<engine::Connection> tables_;  // as the journal makes them; only while it goes on
    std::optional<Projector> projector_;
    std::optional<Error> found_;
    bool done_ = false;
};

}  // namespace makegood::db::terminal
