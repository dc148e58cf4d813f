// The product's own way to share a day's budget, one register and hub after the other in one process.
#include <map>

#include "app/core/budget/rights_hub_acts.hpp"
#include "tests/simulation/money_contenders.hpp"
#include "tests/simulation/money_till.hpp"

namespace makegood::simulation {
namespace {

constexpr int noon = 12 * hour;
const PotId the_pot{"store", "2026-11-22"};

Amount cents(std::int64_t count) {
    return {Money::minor(count), {}};
}

class ByRights : public Contender {
  public:
    explicit ByRights(const Day& day) : day_(day), dice_(static_cast<std::uint64_t>(day.limit)) {
        set_limit(hub_, the_pot, {Money::minor(day.limit), std::nullopt});
        for (int at = 0; at < day.tills; ++at) {
            tills_.emplace_back("till" + std::to_string(at), the_pot);
            enrol(hub_, tills_.back().device());
        }
    }

    void pass(int second) override {
        for (const auto& crash : day_.crashes)
            if (crash.from == second)
                crash.who == the_hub_itself ? (desk_ = {}, void()) : till(crash.who).crash();
        if (day_.put_back >= 0 && second == opening) disk_of_the_opening_.push_back(till(day_.put_back));
        if (day_.put_back >= 0 && second == noon) till(day_.put_back) = disk_of_the_opening_.front();
        for (int at = 0; at < day_.tills; ++at) {
            auto& till = this->till(at);
            if (second % minute == 0) till.minute_over();
            if (!till.wants_to_talk(second)) continue;
            day_.reachable(at, second) ? till.talk(hub_, desk_, second, numbers_)
                                       : till.could_not_talk(second, dice_);
        }
    }
    void show(const Request& request, int second) override {
        till(request.till).show(cents(request.cost), second);
    }
    bool give(const Request& request) override {
        auto taken = till(request.till).give(cents(request.cost));
        if (taken && request.back != Back::never) taken_[&request] = *std::move(taken);
        return taken.has_value();
    }
    void take_back(const Request& request) override {
        till(request.till).take_back(taken_[&request], request.back == Back::undone);
    }

  private:
    MoneyTill& till(int at) { return tills_[static_cast<std::size_t>(at)]; }

    const Day& day_;
    Dice dice_;
    Numbers numbers_;
    HubBook hub_;
    HubDesk desk_;
    std::vector<MoneyTill> tills_, disk_of_the_opening_;
    std::map<const Request*, Taken> taken_;
};

}  // namespace

std::unique_ptr<Contender> by_rights(const Day& day) {
    return std::make_unique<ByRights>(day);
}

}  // namespace makegood::simulation
