// A register that shares a budget for a day and does what the product's does (app/service/hub_talk): the same
// books, the same choices of how much to ask for and to give back, and how soon it tries again.
#pragma once
#include "app/core/budget/rights_hub.hpp"
#include "app/core/budget/rights_register.hpp"
#include "tests/simulation/dice.hpp"
#include "tests/simulation/machine.hpp"

namespace makegood::simulation {

class MoneyTill {
  public:
    MoneyTill(const std::string& name, PotId pot);

    const DeviceId& device() const { return book_.device; }
    const PotId& pot() const { return pot_; }

    // Of `cost` is a card before the customer: what it lacks is asked for soon.
    void show(const Amount& cost, int second);
    // nullopt: it does not hold so much.
    std::optional<Taken> give(const Amount& cost);
    void take_back(const Taken& taken, bool within_its_minute);
    void minute_over() { use_ = after(use_, 1); }
    void crash() { on_screen_ = {}; }

    // Looked each few seconds: whether it is time for a talk with the hub.
    bool wants_to_talk(int second) const { return second >= next_talk_; }
    void could_not_talk(int second, Dice& dice);
    void talk(HubBook& hub, HubDesk& desk, int second, Numbers& numbers);

  private:
    const Figures& figures() const { return find(book_, pot_)->figures; }
    std::string hash_at(std::uint64_t sequence) const;
    Need needed() const;
    std::vector<Want> wants(bool asks) const;
    bool give_up_what_is_idle();
    bool hear_recalls(const std::vector<std::pair<PotId, Recall>>& recalls);
    void entry(Numbers& numbers) { entries_.push_back(numbers.next()); }

    PotId pot_;
    RegisterBook book_;
    Use use_;
    Amount on_screen_;
    std::vector<std::uint64_t> entries_;  // of this epoch's journal
    int next_talk_ = 0, failures_ = 0;
};

}  // namespace makegood::simulation
