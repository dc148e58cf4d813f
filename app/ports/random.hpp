// Chance of the outside world.
#pragma once
#include <cstdint>

namespace makegood::ports {

class Random {
  public:
    virtual ~Random() = default;
    virtual std::uint64_t below(std::uint64_t bound) = 0;  // uniform in [0, bound); bound > 0
};

}  // namespace makegood::ports
