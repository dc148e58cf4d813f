// A manager who changes limit and period at will: what is given on the days of any period stays within the
// limit that was in force at each giving, counted here by hand.
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "tests/support/register_files.hpp"
#include "tests/support/seed.hpp"

namespace makegood {
namespace {

using core::budget::PeriodKind;
using std::chrono::sys_days;

class Manager {
  public:
    Manager(ports::Store& store, std::uint64_t seed) : store_(store), random_(seed) { change_limit(); }

    void step() {
        day_ += std::chrono::days(below(3) == 0 ? below(4) : 0);
        below(4) == 0 ? change_limit() : give();
    }
    bool gave() const { return !given_.empty(); }

  private:
    std::int64_t below(std::int64_t bound) {
        return std::uniform_int_distribution<std::int64_t>(0, bound - 1)(random_);
    }
    ports::Stamp stamp() const { return {Instant{day_} + std::chrono::hours(12), {}}; }
    std::string next(char letter) {
        return letter + ("1-" + std::to_string(tests::must(store_.head()).sequence + 1));
    }
    std::string period() const { return core::budget::period_of(limit_.kind, CivilDate{day_}); }

    void change_limit() {
        limit_.kind = static_cast<PeriodKind>(below(3));
        limit_.cost = Money::minor(below(2000));
        tests::must(store_.commit(stamp(), ports::BudgetSet{limit_, period()}));
    }
    std::int64_t given_in_period() const {
        std::int64_t sum = 0;
        for (const auto& [day, cost] : given_)
            if (core::budget::period_of(limit_.kind, CivilDate{day}) == period()) sum += cost;
        return sum;
    }
    void give() {
        const auto cost = 1 + below(300);
        const auto money = tests::must(store_.period(period()));
        REQUIRE(money.limit == limit_);
        REQUIRE(money.reserved_cost.minor() == given_in_period());
        if (!money.fits(Money::minor(cost), {})) {
            REQUIRE(given_in_period() + cost > limit_.cost.minor());
            return;
        }
        const IncidentId incident(next('i'));
        tests::must(store_.commit(stamp(), ports::IncidentReported{incident, {}, "", {}, ""}));
        ports::RecoveryGiven event;
        event.id = RecoveryId(next('r'));
        event.incident = incident;
        event.offer.cost = Money::minor(cost);
        event.period = base::format_date(CivilDate{day_});
        event.limit = limit_;
        tests::must(store_.commit(stamp(), event));
        given_[day_] += cost;
        REQUIRE(given_in_period() <= limit_.cost.minor());
    }

    ports::Store& store_;
    std::mt19937_64 random_;
    sys_days day_ = std::chrono::year{2026} / 12 / 20;
    core::budget::Limit limit_;
    std::map<sys_days, std::int64_t> given_;
};

}  // namespace

TEST_CASE("no change of period or limit gives the same money again") {
    const auto first = tests::any_seed("budget periods");
    for (std::uint64_t seed = first; seed < first + 20; ++seed) {
        INFO("seed " << seed);
        const tests::ScratchFolder folder;
        const auto files = tests::must(tests::RegisterFiles::open(folder.path()));
        Manager manager(files->store(), seed);
        for (int i = 0; i < 150; ++i) manager.step();
        CHECK(manager.gave());
        REQUIRE(files->trouble() == "");
    }
}

}  // namespace makegood
