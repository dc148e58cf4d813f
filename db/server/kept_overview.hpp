// What head office showed a moment ago, where it is dear to make.
#pragma once
#include <optional>

#include "app/ports/receiver_store.hpp"

namespace makegood::db::server {

// Keeps for a minute what was made of very many events.
class KeptOverview {
  public:
    // Null: none, or too old. Good until the next call.
    const ports::Overview* at(Instant now) const;
    void keep(const ports::Overview& overview, Instant now);
    void forget() { kept_.reset(); }

  private:
    struct Kept {
        ports::Overview overview;
        Instant made;
    };
    std::optional<Kept> kept_;
};

}  // namespace makegood::db::server
