// Messages on their way: lost, doubled, late, in any order, to one who does not wait for them.
#pragma once
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "app/core/budget/rights_messages.hpp"
#include "tests/simulation/dice.hpp"

namespace makegood::simulation {

using namespace core::budget;

inline constexpr int the_hub = -1;

struct Packet {
    int from = 0, to = 0;
    std::variant<Knock, Welcome, Hello, Answer> message;
    std::shared_ptr<const std::vector<std::uint64_t>>
        stamps;  // with a Hello: of the sender's journal, for the auditor
};

struct Weather {
    std::int64_t loss_percent = 0, doubling_percent = 0, straying_percent = 0;
};

class Network {
  public:
    Network(Dice& dice, Weather weather) : dice_(dice), weather_(weather) {}
    void calm() { weather_ = {}; }
    bool empty() const { return waiting_.empty(); }

    void send(Packet packet) {
        if (dice_.percent(weather_.loss_percent)) return;
        if (waiting_.size() == most_waiting) take_out(0);
        if (dice_.percent(weather_.doubling_percent)) waiting_.push_back(packet);
        waiting_.push_back(std::move(packet));
    }
    // Any of those that wait, now and then to another than the one it was meant for. Not when empty.
    Packet next(int machines) {
        auto packet =
            take_out(static_cast<std::size_t>(dice_.below(static_cast<std::int64_t>(waiting_.size()))));
        if (packet.to != the_hub && dice_.percent(weather_.straying_percent))
            packet.to = static_cast<int>(dice_.below(machines));
        return packet;
    }

  private:
    static constexpr std::size_t most_waiting = 256;

    Packet take_out(std::size_t at) {
        std::swap(waiting_[at], waiting_.back());
        auto packet = std::move(waiting_.back());
        waiting_.pop_back();
        return packet;
    }

    Dice& dice_;
    Weather weather_;
    std::vector<Packet> waiting_;
};

}  // namespace makegood::simulation
