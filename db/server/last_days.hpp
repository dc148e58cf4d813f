// The days of one time zone that a list counts.
#pragma once
#include <string>
#include <vector>

#include "app/ports/receiver_store.hpp"

namespace makegood::db::server {

// The last ports::unmet_days until `now`. Asks for the zone only when it is made, so that a day is found
// among half a million instants at no cost.
class LastDays {
  public:
    LastDays(const std::string& zone, Instant now, const ports::DayInZone& day_in_zone);

    CivilDate first() const { return first_; }
    CivilDate today() const { return base::add_days(first_, ports::unmet_days - 1); }
    Instant since() const { return begins_.front(); }  // the first moment that counts
    Instant until() const { return end_; }             // the first one of tomorrow
    // since() <= instant < until()
    CivilDate day_of(Instant instant) const;

  private:
    CivilDate first_;
    std::vector<Instant> begins_;  // of each day
    Instant end_;
};

}  // namespace makegood::db::server
