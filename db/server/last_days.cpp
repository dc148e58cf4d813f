#include "db/server/last_days.hpp"

#include <algorithm>

namespace makegood::db::server {
namespace {

// No zone is further from UTC than this.
constexpr auto furthest = std::chrono::hours(26);

Instant begin_of(CivilDate day, const std::string& zone, const ports::DayInZone& day_in_zone) {
    const std::chrono::sys_seconds midnight = std::chrono::sys_days(day);
    auto before = midnight - furthest, from = midnight + furthest;
    while (from - before > std::chrono::seconds(1)) {
        const auto middle = before + (from - before) / 2;
        (day_in_zone(zone, middle) < day ? before : from) = middle;
    }
    return from;
}

}  // namespace

LastDays::LastDays(const std::string& zone, Instant now, const ports::DayInZone& day_in_zone)
    : first_(base::add_days(day_in_zone(zone, now), 1 - ports::unmet_days)) {
    for (int i = 0; i < ports::unmet_days; ++i)
        begins_.push_back(begin_of(base::add_days(first_, i), zone, day_in_zone));
    end_ = begin_of(base::add_days(first_, ports::unmet_days), zone, day_in_zone);
}

CivilDate LastDays::day_of(Instant instant) const {
    const auto next = std::upper_bound(begins_.begin(), begins_.end(), instant);
    return base::add_days(first_, static_cast<int>(next - begins_.begin()) - 1);
}

}  // namespace makegood::db::server
