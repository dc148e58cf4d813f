// A counter in memory: the decisions of the product (learn, price_of_money, compose_paced, reserve) over many
// days, beside other ways to share the same money.
#pragma once
#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "app/core/recovery/paced.hpp"
#include "tests/simulation/pacing/uneven_days.hpp"

namespace makegood::tests {

enum class Sharing { price_of_money, none, by_the_clock };

struct Quarter {
    int wished = 0, granted = 0;
    double chance() const { return wished == 0 ? 0 : static_cast<double>(granted) / wished; }
};

struct Fairness {
    std::array<Quarter, 4> quarters;
    Money limits, given;  // of all periods
    int overspent = 0;    // periods
    int turns = 0;        // of the price, up and down again, between two gifts
    int gifts = 0;
    // Of the last quarter beside the first.
    double last_to_first() const { return quarters[3].chance() / quarters[0].chance(); }
    double least_to_most() const {
        double least = 1, most = 0;
        for (const auto& quarter : quarters) {
            least = std::min(least, quarter.chance());
            most = std::max(most, quarter.chance());
        }
        return least / most;
    }
    double used() const { return static_cast<double>(given.minor()) / static_cast<double>(limits.minor()); }
};

class Counter {
  public:
    Counter(core::budget::Limit limit, Sharing sharing, std::uint64_t seed);
    ~Counter();
    void live(const std::vector<Case>& cases);
    const Fairness& fairness() const { return fairness_; }

  private:
    struct Shop;
    void begin(const std::string& period);
    void learn_at(CivilDate today);
    core::budget::Standing standing(const core::budget::LocalTime& now) const;
    core::recovery::PacedOffers answer(const Case& given);
    void one(const Case& given);
    void note_price(Percent price, bool gift);
    std::optional<Money> by_the_clock(const core::budget::LocalTime& now) const;

    std::unique_ptr<Shop> shop_;
    core::budget::Limit limit_;
    Sharing sharing_;
    std::mt19937_64 chance_;
    core::budget::Period money_;
    core::budget::Habit habit_;
    CivilDate learnt_on_{};
    std::map<std::pair<std::chrono::sys_days, int>, core::budget::WishedHour> hours_;
    std::map<std::chrono::sys_days, Money> taken_;
    std::vector<Percent> prices_;  // since the last gift
    Fairness fairness_;
};

// What the cases of these days cost on average a day with money in plenty.
Money usual_day(const Days& days, std::uint64_t seed);

}  // namespace makegood::tests
