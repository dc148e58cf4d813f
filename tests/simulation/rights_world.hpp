// A shop of 2 to 32 registers and a hub in which everything goes wrong that can, from one seed: the same seed
// gives the same trace. After each step the auditor must find nothing; at the end all is calm again and the
// sums must fit.
#pragma once
#include <deque>

#include "tests/simulation/machine.hpp"
#include "tests/simulation/network.hpp"

namespace makegood::simulation {

struct Counts {
    std::int64_t steps = 0, gestures = 0, undone = 0, exchanges = 0, granted = 0, returned = 0, crashes = 0;
    std::int64_t restored = 0, cloned = 0, frozen = 0, renewed = 0, limits = 0, hubs_lost = 0, periods = 0;
    Counts& operator+=(const Counts& other);
};

struct Outcome {
    std::optional<std::string> fault;  // nullopt: all is well
    std::uint64_t trace = 0;
    Counts counts;
};

// What this world has to bear; drawn from its seed.
struct Trouble {
    std::int64_t registers = 2;
    Weather weather;
    std::int64_t cuts = 0, crashes = 0, copies = 0, wrong_clocks = 0, limit_changes = 0,
                 hubs_lost = 0;  // per 10,000 steps
    std::int64_t torn_percent = 0;
    bool by_use = false;  // asks and returns by the product's own rules, not at random
};
Trouble any_trouble(Dice& dice);

class World {
  public:
    World(std::uint64_t seed, std::int64_t steps, Protocol& protocol, Shelves& shelves);
    Outcome run();

  private:
    // Periods and limits (rights_owner.cpp)
    std::vector<PotId> pots_of_day(std::int64_t day) const;
    PotLimit any_limit(const PotId& pot);
    void set_limit(const PotId& pot, const PotLimit& limit);
    void next_day();
    void change_limit();
    void settle_something();
    void lose_hub();

    // Registers (rights_counter.cpp)
    void one_gesture(Machine& machine);
    void tick(std::size_t at);
    void open_pots(Machine& machine);
    void return_some(std::size_t at);
    void send_hello(std::size_t at, const RegisterBook& told);
    std::vector<Want> wants(const Machine& machine);
    void heard(std::size_t at, const Welcome& welcome);
    void heard(std::size_t at, const Answer& answer);
    Use& use_of(const Machine& machine) { return uses_[machine.book().device]; }

    // The hub and what happens to machines (rights_world.cpp)
    void step();
    void deliver();
    void answer(std::size_t from, const Knock& knock);
    void answer(const Packet& packet, const Hello& hello);
    bool trouble();
    void crash_hub();
    void note(std::uint64_t what) { trace_ = splitmix(trace_ ^= what); }

    // Copies (rights_copies.cpp)
    void copy_something();
    void back_up(std::size_t at);
    void restore_something();
    void clone(std::size_t at);
    void allow_for(const Machine& copy, const std::vector<std::pair<PotId, Amount>>& rights);
    std::vector<std::pair<PotId, Amount>> rights_of(const Machine& machine) const;

    // The end (rights_closing.cpp)
    void close_shop();
    bool settled(const std::vector<std::int64_t>& before) const;
    void check_sums();
    void check_account(const HubPot& pot, const Machine& machine);

    Fate any_fate() { return dice_.percent(trouble_.torn_percent) ? Fate::torn : Fate::whole; }
    std::size_t any_machine() {
        return static_cast<std::size_t>(dice_.below(static_cast<std::int64_t>(machines_.size())));
    }
    bool reachable(std::size_t at) const { return !machines_[at].cut_off && !hub_cut_off_; }

    struct Backup {
        std::size_t machine = 0;
        Disk disk;
        std::vector<std::pair<PotId, Amount>> rights;
    };

    std::int64_t steps_, steps_a_day_;
    Dice dice_;
    Protocol& protocol_;
    Shelves& shelves_;
    Trouble trouble_;
    Auditor auditor_;
    Numbers numbers_;
    Network network_;
    std::unique_ptr<HubShelf> hub_;
    HubDesk desk_;
    bool hub_cut_off_ = false, calm_ = false;
    std::deque<Machine> machines_;
    std::vector<std::int64_t> accepted_;  // Hellos, of each machine
    std::deque<Backup> backups_;
    std::map<DeviceId, Use> uses_;
    std::set<std::string> forgotten_;
    std::int64_t day_ = 0, step_ = 0;
    std::uint64_t trace_ = 0;
    Counts counts_;
};

}  // namespace makegood::simulation
