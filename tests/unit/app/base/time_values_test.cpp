#include <catch2/catch.hpp>

#include "app/base/time_values.hpp"

namespace makegood {

TEST_CASE("each date is written in the form that reads back") {
    using namespace std::chrono;
    for (sys_days day = year{0} / 1 / 1; day <= sys_days{year{9999} / 12 / 31}; day += days{37}) {
        const auto text = base::format_date(CivilDate{day});
        INFO(text);
        REQUIRE(base::parse_date(text) == CivilDate{day});
    }
    CHECK(base::format_date(year{2026} / 11 / 2) == "2026-11-02");
    CHECK(base::format_date(year{7} / 1 / 31) == "0007-01-31");
    CHECK(base::format_date(year{2026} / 2 / 30) == "2026-02-30");
}

}  // namespace makegood
