// The machine's clock and the shop's time zone (IANA, through Howard Hinnant's date/tz).
#pragma once
#include "app/base/result.hpp"
#include "app/ports/clock.hpp"

namespace date {
class time_zone;
}

namespace makegood::main {

class SystemClock final : public ports::Clock {
  public:
    // bad_input when no such zone is known here; names an example. "" is UTC.
    static Result<SystemClock> in_zone(const std::string& name);

    Instant now() const override;
    Duration steady() const override;
    std::string boot() const override { return boot_; }
    CivilDate local_date(Instant instant) const override;
    std::string local_time(Instant instant) const override;

  private:
    explicit SystemClock(const date::time_zone* zone);
    std::chrono::sys_seconds local(Instant instant) const;
    const date::time_zone* zone_;  // null: UTC; lives as long as the program
    std::string boot_;
};

// As ports::DayInZone has it.
CivilDate day_in_zone(const std::string& zone, Instant instant);

}  // namespace makegood::main
