// Days of a time zone, found without asking for the zone each time.
#include "db/server/last_days.hpp"

#include <catch2/catch.hpp>

using namespace makegood;

namespace {

// East of UTC by 13 hours, by 12 from some moment on, and by 13 again three weeks later: the first of the two
// days has 25 hours, the other 23.
CivilDate turning(const std::string&, Instant instant) {
    const auto turn = *base::parse_instant("2026-11-02T14:00:00.000000Z");
    const bool summer = instant < turn || instant >= turn + std::chrono::hours(24 * 21);
    return CivilDate{std::chrono::floor<std::chrono::days>(instant + std::chrono::hours(summer ? 13 : 12))};
}
CivilDate far_west(const std::string&, Instant instant) {
    return CivilDate{std::chrono::floor<std::chrono::days>(instant - std::chrono::hours(12))};
}

}  // namespace

TEST_CASE("each moment of the last days is of the day that its zone says") {
    const auto now = *base::parse_instant("2026-11-27T14:07:00.000000Z");
    for (const ports::DayInZone& zone : {ports::DayInZone(turning), ports::DayInZone(far_west)}) {
        const db::server::LastDays days("", now, zone);
        CHECK(days.today() == zone("", now));
        CHECK(days.first() == base::add_days(days.today(), 1 - ports::unmet_days));
        const Duration moment(1);
        CHECK(zone("", days.since()) == days.first());
        CHECK(zone("", days.since() - moment) == base::add_days(days.first(), -1));
        CHECK(zone("", days.until() - moment) == days.today());
        CHECK(zone("", days.until()) == base::add_days(days.today(), 1));
        for (Instant each = days.since(); each < days.until(); each += std::chrono::minutes(30))
            for (const Instant instant : {each, each + std::chrono::minutes(30) - moment})
                if (days.day_of(instant) != zone("", instant)) FAIL(base::format_instant(instant));
    }
}

TEST_CASE("a zone is asked for seldom") {
    int asked = 0;
    const ports::DayInZone counting = [&](const std::string& zone, Instant instant) {
        ++asked;
        return far_west(zone, instant);
    };
    const auto now = *base::parse_instant("2026-11-27T14:07:00.000000Z");
    const db::server::LastDays days("", now, counting);
    CHECK(asked < 1000);
    asked = 0;
    days.day_of(now);
    CHECK(asked == 0);
}
