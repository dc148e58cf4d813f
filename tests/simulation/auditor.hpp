// Keeps the real books of a simulated shop, by what was really given to customers, and believes nobody. It
// knows the limits as the owner set them, and which copies were made of which register, holding what.
#pragma once
#include <map>
#include <set>

#include "tests/simulation/shelf.hpp"

namespace makegood::simulation {

class Auditor {
  public:
    // nullopt: all is well.
    const std::optional<std::string>& fault() const { return fault_; }
    void accuse(std::string what) {
        if (!fault_) fault_ = std::move(what);
    }

    // `gone`: what is out of that pot already, lost hubs' part included.
    void limit_set(const PotId& pot, const PotLimit& limit, const Amount& gone);
    void gave(const DeviceId& device, const Taken& taken);
    // Once for each gesture, whoever says it.
    void took_back(std::uint64_t gesture, const DeviceId& device, const Taken& taken);
    // Something that can spend `held` came to be beside the real register, in this epoch of it.
    void copied(const DeviceId& device, std::uint32_t epoch, const PotId& pot, const Amount& held);
    void suspected(const DeviceId& device) { suspected_.insert(device); }

    // After each Answer that the hub has written. `stamps`: one for each entry of the sender's journal in its
    // epoch, no two the same in the whole simulation.
    void answered(const HubBook& hub, const Hello& hello, const Answer& answer,
                  const std::vector<std::uint64_t>& stamps);
    void hub_replaced();
    void check(const RegisterBook& book);

    Amount spent(const PotId& pot) const;
    PotLimit highest(const PotId& pot) const;

  private:
    using Holder = std::pair<DeviceId, std::uint32_t>;  // and its epoch
    struct Share {
        bool known = false;  // to the hub of now, with these figures:
        Amount granted, returned;
        Amount allowed;  // granted and not returned, and what copies held
        Amount spent;
    };
    struct Books {
        PotLimit limit, highest;
        Amount ceiling;  // what may be spent: the limit, or what was out already when it was lowered
        Amount spent, beyond;
        std::map<Holder, Share> shares;
    };
    struct Last {
        std::uint64_t sequence = 0, stamp = 0;
    };
    static Amount of(const PotLimit& limit);
    void check_grants(const HubBook& hub, const Hello& hello, const Answer& answer);
    void check_grant(const HubPot& pot, const PotStatement& stated, const PotAnswer& answer,
                     const Holder& holder);

    std::map<PotId, Books> books_;
    std::map<Holder, Last> last_;  // the last Hello that was accepted in that epoch
    std::set<DeviceId> suspected_;
    std::set<std::uint64_t> taken_back_;
    std::optional<std::string> fault_;
};

}  // namespace makegood::simulation
