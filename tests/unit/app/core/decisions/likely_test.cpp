#include "app/core/budget/likely.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace makegood;
using namespace makegood::core::budget;

namespace {

Money cents(std::int64_t count) {
    return Money::minor(count);
}

}  // namespace

TEST_CASE("seven in ten vouchers come back until the store knows its own") {
    CHECK(comes_back({}, cents(500)) == Percent::whole(70));
    const std::vector<VoucherPast> half{{cents(500), 0, 500, 1000, 500}};
    CHECK(comes_back(half, cents(500)) >= Percent::whole(50));
    CHECK(comes_back(half, cents(500)) < Percent::whole(51));
}

TEST_CASE("vouchers of about the same value say more than others") {
    const std::vector<VoucherPast> past{{cents(100), 0, 100, 1000, 100}, {cents(1000), 0, 900, 1000, 900}};
    CHECK(comes_back(past, cents(100)) < Percent::whole(12));
    CHECK(comes_back(past, cents(1000)) > Percent::whole(88));
    CHECK(comes_back(past, cents(320)) > Percent::whole(45));  // like none of them: all together
    CHECK(comes_back(past, cents(320)) < Percent::whole(55));
}

TEST_CASE("young vouchers raise the rate and never lower it") {
    const std::vector<VoucherPast> running{{cents(500), 1000, 0, 0, 0}};
    CHECK(comes_back(running, cents(500)) == Percent::whole(70));
    const std::vector<VoucherPast> back_early{{cents(500), 100, 900, 0, 0}};
    CHECK(comes_back(back_early, cents(500)) == Percent::whole(90));
}

TEST_CASE("what is no voucher is spent for sure, and likely is never more than reserved") {
    const std::vector<VoucherPast> running{{cents(500), 2, 0, 0, 0}};
    CHECK(likely_spent(cents(1400), running, {}) == cents(1100));
    CHECK(likely_spent(cents(1000), running, {}) == cents(700));
    CHECK(likely_spent(cents(400), running, {}) == cents(400));
    CHECK(likely_spent(cents(0), {}, {}) == cents(0));
}
