#include "app/service/pin_rules.hpp"

#include <catch2/catch.hpp>
#include <cstdio>

namespace makegood::service {
namespace {

TEST_CASE("PINs that everybody tries first, and PINs that may be chosen") {
    for (const char* pin :
         {"0000",   "1234",   "4321",   "9876",   "7890",     "8901",     "2468",     "1357",    "1122",
          "7007",   "4747",   "1221",   "2512",   "3112",     "1990",     "2026",     "2580",    "0852",
          "111111", "123456", "654321", "123123", "121212",   "112233",   "241290",   "122490",  "901224",
          "199012", "121990", "159753", "147258", "12341234", "24121990", "19901224", "20261122"}) {
        CAPTURE(pin);
        CHECK(is_obvious(pin));
        CHECK_FALSE(why_not_this_pin(pin).empty());
    }
    for (const char* pin : {"8063", "4711", "9173", "806135", "274193", "5820917", "61830274"}) {
        CAPTURE(pin);
        CHECK_FALSE(is_obvious(pin));
        CHECK(why_not_this_pin(pin).empty());
    }
    for (const char* pin : {"", "123", "123456789", "12a4", " 2741", "２７４１"}) {
        CAPTURE(pin);
        CHECK_FALSE(why_not_this_pin(pin).empty());
    }
}

// What a list has to cover to be of use.
TEST_CASE("a tenth of all PINs can't be chosen, and most can") {
    for (const auto& [digits, all] : {std::pair(4, 10'000), std::pair(6, 1'000'000)}) {
        int obvious = 0;
        char pin[16];
        for (int i = 0; i < all; ++i) {
            std::snprintf(pin, sizeof pin, "%0*d", digits, i);
            obvious += is_obvious(pin);
        }
        CAPTURE(digits, obvious);
        CHECK(obvious * 10 >= all);
        CHECK(obvious * 5 <= all);
    }
}

}  // namespace
}  // namespace makegood::service
