// Time of the outside world.
#pragma once
#include "app/base/time_values.hpp"

namespace makegood::ports {

class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;      // the wall clock; may jump
    virtual Duration steady() const = 0;  // never goes back, counts from any start
    // Names that start: the same in all programs until the machine is started anew. Steady times compare
    // only under the same one.
    virtual std::string boot() const = 0;
    virtual CivilDate local_date(Instant) const = 0;    // in the shop's time zone
    virtual std::string local_time(Instant) const = 0;  // "14:07" in the shop's time zone
};

}  // namespace makegood::ports
