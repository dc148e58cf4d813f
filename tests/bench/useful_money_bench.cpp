// How much of a day's budget reaches customers: by rights, beside an equal static split, a lock server and a
// naive shared counter, each against a coordinator who knows all and is always reached. Of each also, by how
// much it overspends.
#include <cstdio>

#include "tests/simulation/money_contenders.hpp"

namespace makegood::bench {
namespace {

using namespace simulation;

constexpr std::uint64_t seeds = 5;

struct Way {
    const char* name;
    std::unique_ptr<Contender> (*make)(const Day&);
    std::int64_t granted = 0, overspent = 0;
};

void print(const std::string& day, const Way& way, std::int64_t all, std::int64_t limit) {
    const auto share = static_cast<double>(way.granted) / static_cast<double>(all);
    std::printf("useful_money_%s%s_rate\t%.1f\t%%\t%.4f\tall_knowing\n", day.c_str(), way.name, share * 100,
                share);
    if (way.overspent > 0)
        std::printf("overspent_%s%s\t%.1f\t%% of the limit\t\t\n", day.c_str(), way.name,
                    100.0 * static_cast<double>(way.overspent) / static_cast<double>(limit));
}

void run(std::size_t which) {
    Way ways[] = {{"", by_rights},
                  {"_static_split", static_split},
                  {"_lock_server", lock_server},
                  {"_naive_counter", naive_counter}};
    std::int64_t all = 0, limit = 0;
    std::string name;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto day = money_days(seed)[which];
        name = day.name;
        limit += day.limit;
        all += play(day, *all_knowing(day)).all;
        for (auto& way : ways) {
            const auto granted = play(day, *way.make(day));
            way.granted += granted.all;
            way.overspent += granted.overspent;
        }
    }
    for (const auto& way : ways) print(name, way, all, limit);
}

}  // namespace
}  // namespace makegood::bench

int main() {
    for (std::size_t which = 0; which < makegood::simulation::money_days(1).size(); ++which)
        makegood::bench::run(which);
}
