// Instants, civil dates and their ISO 8601 text. No clock here: time is passed in (app/ports/clock.hpp).
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::base {

using Duration = std::chrono::microseconds;
// UTC, microseconds since 1970.
using Instant = std::chrono::sys_time<Duration>;
// A day in the shop's own time zone.
using CivilDate = std::chrono::year_month_day;

// "2026-11-22T14:07:00.000000Z": always this width, so text order is time order (years 0-9999).
std::string format_instant(Instant instant);
Result<Instant> parse_instant(std::string_view text);

// "2026-11-22"
std::string format_date(CivilDate date);
Result<CivilDate> parse_date(std::string_view text);
CivilDate add_days(CivilDate date, int days);

}  // namespace makegood::base

namespace makegood {
using base::CivilDate;
using base::Duration;
using base::Instant;
}  // namespace makegood
