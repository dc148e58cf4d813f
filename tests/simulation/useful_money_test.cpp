// Rights are worth their trouble only if the money still reaches customers: what is granted is compared with
// a coordinator who knows all. tests/bench/useful_money_bench prints the same days beside other ways.
#include <catch2/catch.hpp>
#include <map>

#include "tests/simulation/money_contenders.hpp"
#include "tests/support/seed.hpp"

using namespace makegood::simulation;

namespace {

struct Sum {
    int least_percent = 0;
    std::int64_t granted = 0, possible = 0;
};

void check_days(std::uint64_t first, std::uint64_t seeds) {
    std::map<std::string, Sum> sums;
    for (auto seed = first; seed < first + seeds; ++seed)
        for (const auto& day : money_days(seed)) {
            INFO("MAKEGOOD_SEED=" << seed << " " << day.name);
            const auto granted = play(day, *by_rights(day));
            CHECK(granted.overspent == 0);
            auto& sum = sums[day.name];
            sum.least_percent = day.least_percent;
            sum.granted += granted.all;
            sum.possible += play(day, *all_knowing(day)).all;
        }
    CHECK(sums.size() >= 6);
    for (const auto& [name, sum] : sums) {
        INFO(name << ": " << sum.granted << " of " << sum.possible);
        CHECK(sum.granted * 100 >= sum.possible * sum.least_percent);
    }
}

}  // namespace

TEST_CASE("by rights nearly as much money is useful as all-knowing") {
    check_days(1, 1);
}

TEST_CASE("by rights nearly as much money is useful over many days", "[long]") {
    check_days(makegood::tests::any_seed("useful money"), 20);
}

TEST_CASE("the other ways give less or run away") {
    std::map<std::string, Day> days;
    for (auto& day : money_days(1)) days.emplace(day.name, day);
    const auto granted = [&](const std::string& name, auto make) {
        return play(days.at(name), *make(days.at(name)));
    };
    CHECK(granted("one_hot_register", static_split).all * 2 < granted("one_hot_register", by_rights).all);
    CHECK(granted("busy_third_cut_off", lock_server).all < granted("busy_third_cut_off", by_rights).all);
    CHECK(granted("third_cut_off_to_the_end", naive_counter).overspent > 0);
}
